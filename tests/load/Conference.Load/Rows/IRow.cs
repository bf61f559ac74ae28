namespace Conference.Load.Rows;

/// <summary>A row of the table: what is measured, and the bound it has to keep.</summary>
internal interface IRow
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench);
}
