using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Conference.TestKit;

/// <summary>The server as a process of its own: to be killed, or to be watched failing.</summary>
public sealed partial class ConferenceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];

    private ConferenceProcess(IEnumerable<string> command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var assembly = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, .. command, "--contentRoot", Path.GetDirectoryName(assembly)!, "--Stun:Enabled=false", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Read(_errors, line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The server ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.IsCompletedSuccessfully ? _address.Task.Result : throw new InvalidOperationException("It does not listen.");

    /// <summary>What it said on standard output so far.</summary>
    public IReadOnlyList<string> Output => Snapshot(_output);

    /// <summary>What it said on standard error so far.</summary>
    public IReadOnlyList<string> Errors => Snapshot(_errors);

    /// <summary>How it ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a server on a free port and waits until it listens.</summary>
    public static async Task<ConferenceProcess> StartAsync(string dataFolder, params string[] arguments)
    {
        var process = new ConferenceProcess([], ["--urls", "http://127.0.0.1:0", "--Data:Folder", dataFolder, .. arguments]);
        return await process.OrEndAsync(process._address.Task.WaitAsync(StartLimit));
    }

    /// <summary>Runs a server that is expected to end by itself.</summary>
    public static Task<ConferenceProcess> RunToEndAsync(params string[] arguments) => new ConferenceProcess([], arguments).ToEndAsync();

    /// <summary>Runs one of its commands to the end.</summary>
    public static Task<ConferenceProcess> RunCommandAsync(string command, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new ConferenceProcess([command], arguments, environment).ToEndAsync();

    /// <summary>A browser that opened a page of this server for the first time.</summary>
    public Task<ConferenceVisitor> VisitAsync() => ConferenceVisitor.VisitAsync(() => Address);

    /// <summary>Ends it without a chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for the end.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(StartLimit);
        await _process.WaitForExitAsync(limit.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<ConferenceProcess> ToEndAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        return await OrEndAsync(_process.WaitForExitAsync(limit.Token));
    }

    /// <summary>Nothing stays behind of what did not do what it should.</summary>
    private async Task<ConferenceProcess> OrEndAsync(Task done)
    {
        try
        {
            await done;
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();

    private static string[] Snapshot(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    private void Read(List<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
        }

        if (AddressPattern().Match(line) is { Success: true } address)
        {
            _address.TrySetResult(new Uri(address.Value));
        }
    }
}
