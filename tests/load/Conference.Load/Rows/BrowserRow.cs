using System.Diagnostics;
using System.Text.Json;
using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>A row that a real browser measures: <c>browser/measure.mjs</c> plays the scenario and prints its numbers.</summary>
internal abstract class BrowserRow : IRow
{
    public abstract string Name { get; }

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        // Browsers need both processors, and so the server gets none of its own.
        await using var server = await ServerProcess.StartAsync(bench.Product.Command(), Processors.All).ConfigureAwait(false);
        return [Judge(await PlayAsync(bench, server.Address).ConfigureAwait(false))];
    }

    protected abstract Figure Judge(IReadOnlyDictionary<string, double> numbers);

    private async Task<IReadOnlyDictionary<string, double>> PlayAsync(Bench bench, Uri server)
    {
        string[] arguments = ["-c", Processors.All, "node", "measure.mjs", Name, server.ToString(), bench.Quick ? "3" : "10"];
        var start = new ProcessStartInfo("taskset", arguments)
        {
            WorkingDirectory = bench.Workspace.Source("browser"),
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(output)!
            : throw new IOException($"The browser could not play {Name}.");
    }
}
