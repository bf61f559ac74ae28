using System.Text;
using System.Text.Json;
using Conference.Load.Measure;
using Conference.Load.Rows;

namespace Conference.Load;

/// <summary>The table for people and the file for machines.</summary>
internal static class Report
{
    private static readonly string[] Titles = ["Row", "Figure", "Bound", "Baseline", ""];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static string Table(IReadOnlyList<Figure> figures)
    {
        var lines = figures.Select(f => new[] { f.Title, f.Value, f.Bound, f.Baseline, f.IsMet ? "met" : "NOT MET" }).Prepend(Titles).ToList();
        var widths = Enumerable.Range(0, Titles.Length).Select(column => lines.Max(l => l[column].Length)).ToArray();
        var table = new StringBuilder();
        foreach (var line in lines)
        {
            table.AppendLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return table.ToString();
    }

    /// <summary>The same as a table of the README.</summary>
    public static string Markdown(IReadOnlyList<Figure> figures) => string.Join(
        '\n',
        figures.Select(f => $"| {f.Title} | {f.Bound} | {f.Value}{(f.IsMet ? "" : " (not met)")} | {f.Baseline} |")
            .Prepend("| --- | --- | --- | --- |")
            .Prepend("| Figure | Goal | Measured | Baseline, same run |")) + '\n';

    public static Task WriteAsync(string file, Floor floor, IReadOnlyList<Figure> figures) => File.WriteAllTextAsync(
        file,
        JsonSerializer.Serialize(
            new { at = TimeProvider.System.GetUtcNow(), processors = Environment.ProcessorCount, floor = Percentiles(floor), figures }, Indented));

    private static Dictionary<string, double[]> Percentiles(Floor floor) => new()
    {
        ["diskSync"] = Percentiles(floor.DiskSync),
        ["hubCall"] = Percentiles(floor.HubCall),
        ["loopback"] = Percentiles(floor.Loopback),
    };

    private static double[] Percentiles(Histogram histogram) =>
        [histogram.Percentile(0.5).TotalMilliseconds, histogram.Percentile(0.99).TotalMilliseconds];
}
