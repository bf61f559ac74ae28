namespace Conference.Load.Rows;

/// <summary>One measured line of the table.</summary>
/// <param name="Row">The row's name.</param>
/// <param name="Title">What was measured.</param>
/// <param name="Value">What came out.</param>
/// <param name="Bound">What it must be.</param>
/// <param name="Baseline">What others need, measured in the same run unless it is said to be quoted.</param>
/// <param name="IsMet">Whether the bound is kept.</param>
/// <param name="Numbers">Everything behind the figure, for machines.</param>
internal sealed record Figure(
    string Row,
    string Title,
    string Value,
    string Bound,
    string Baseline,
    bool IsMet,
    IReadOnlyDictionary<string, double> Numbers);
