using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Conference.Load.Measure;

namespace Conference.Load.Servers;

/// <summary>A server under measurement: its own process on a free loopback port, on the processors it is given, ended by its id.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int TerminateSignal = 15;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        AppDomain.CurrentDomain.ProcessExit += Terminate;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answered page.</summary>
    public TimeSpan StartTime { get; private set; }

    public TimeSpan Cpu => ProcessUsage.Cpu(_process.Id);

    public long Memory => ProcessUsage.Memory(_process.Id);

    public static async Task<ServerProcess> StartAsync(ServerCommand command, string processors)
    {
        var port = FreePort();
        var start = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Launch(command, processors, port), new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await server.WaitForFirstPageAsync(start).ConfigureAwait(false);
            server.StartTime = Stopwatch.GetElapsedTime(start);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Terminate;
        if (!_process.HasExited)
        {
            Terminate(this, EventArgs.Empty);
            await StopAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }

    /// <summary>Also when the generator itself is told to end: nothing it started stays behind.</summary>
    private void Terminate(object? sender, EventArgs e) => _ = kill(_process.Id, TerminateSignal);

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static Process Launch(ServerCommand command, string processors, int port)
    {
        string[] arguments = ["-c", processors, command.Program, .. command.Arguments(port)];
        var start = new ProcessStartInfo("taskset", arguments)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var log = new StreamWriter(command.LogFile) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Log(log, line.Data);
        process.ErrorDataReceived += (_, line) => Log(log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Log(StreamWriter log, string? line)
    {
        lock (log)
        {
            if (line is not null)
            {
                log.WriteLine(line);
            }
        }
    }

    private async Task WaitForFirstPageAsync(long start)
    {
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        while (!await AnswersAsync(http).ConfigureAwait(false))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > StartTimeout)
            {
                throw new IOException($"The server did not start: {_process.StartInfo.ArgumentList.Last()}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5)).ConfigureAwait(false);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync(new Uri("/", UriKind.Relative)).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task StopAsync()
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
    }

    [LibraryImport("libc")]
    private static partial int kill(int processId, int signal);
}
