using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Conference.Server.Tests.Turn;

/// <summary>coturn from the system's packages, unpacked by <c>tests/run</c> beside everything else, or installed.</summary>
internal static class Coturn
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs one of its tools to the end.</summary>
    /// <returns>What it said.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Start(tool, arguments);
        using var limit = new CancellationTokenSource(Patience);
        await using var end = limit.Token.Register(process.Kill);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return await output + await errors;
    }

    /// <summary>Starts one of its programs.</summary>
    public static Process Start(string tool, params IEnumerable<string> arguments)
    {
        var unpacked = Unpacked();
        var path = Path.Combine(unpacked, "usr", "bin", tool);
        var start = new ProcessStartInfo(File.Exists(path) ? path : tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LD_LIBRARY_PATH"] = string.Join(':', Directory.Exists(unpacked)
            ? Directory.GetDirectories(Path.Combine(unpacked, "usr", "lib"), "*-linux-*")
            : []);
        return Process.Start(start)!;
    }

    private static string Unpacked([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "artifacts", "coturn"));
}
