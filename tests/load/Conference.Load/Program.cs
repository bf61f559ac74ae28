using System.Globalization;
using Conference.Load;
using Conference.Load.Measure;
using Conference.Load.Net;
using Conference.Load.Rows;
using Conference.Load.Servers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return await MeasureAsync(Arguments.Parse(args)).ConfigureAwait(false) ? 0 : 1;
}
catch (Exception exception) when (exception is IOException or TimeoutException or InvalidDataException or ArgumentException or HttpRequestException)
{
    await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
    return 2;
}

static async Task<bool> MeasureAsync(Arguments arguments)
{
    using var workspace = new Workspace(arguments.Load, arguments.Builds);
    using var poller = new Poller();
    var calibration = new Calibration(workspace, poller);
    var floor = new Floor(calibration.DiskSync(), await calibration.HubCallAsync().ConfigureAwait(false), Calibration.Loopback());
    Console.WriteLine(floor);

    var bench = new Bench(workspace, poller, floor, arguments.Quick);
    var figures = new List<Figure>();
    foreach (var row in arguments.Rows)
    {
        Bench.Say($"-- {row.Name}");
        figures.AddRange(await row.MeasureAsync(bench).ConfigureAwait(false));
    }

    figures.AddRange(bench.Tripwires.ToFigures());
    Console.WriteLine(Report.Table(figures));
    await File.WriteAllTextAsync(Path.Combine(workspace.Results, "bench.md"), Report.Markdown(figures)).ConfigureAwait(false);
    await Report.WriteAsync(Path.Combine(workspace.Results, "bench.json"), floor, figures).ConfigureAwait(false);
    return figures.All(f => f.IsMet);
}
