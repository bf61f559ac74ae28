using Conference.Load.Rows;

namespace Conference.Load;

/// <summary>The command line: <c>LOAD BUILDS [--quick] [row …]</c>.</summary>
internal sealed record Arguments(string Load, string Builds, bool Quick, IReadOnlyList<IRow> Rows)
{
    public static Arguments Parse(string[] arguments)
    {
        var names = arguments.Skip(2).Where(a => a != "--quick").ToList();
        var unknown = names.Except(AllRows.List.Select(r => r.Name)).FirstOrDefault();
        if (unknown is not null)
        {
            throw new ArgumentException($"No row is called '{unknown}'. Rows: {string.Join(", ", AllRows.List.Select(r => r.Name))}");
        }

        var rows = AllRows.List.Where(r => names.Count == 0 || names.Contains(r.Name)).ToList();
        return new Arguments(arguments[0], arguments[1], arguments.Contains("--quick"), rows);
    }
}
