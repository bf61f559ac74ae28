using System.Reflection;
using Conference.Data;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Conference.Server;

/// <summary>Turns whatever keeps the server from starting into one line for whoever runs it, and an exit code.</summary>
internal static class StartGuard
{
    private static string WebServer => typeof(KestrelServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="server">Starts it, and ends with it.</param>
    /// <param name="webServer">The version of the part that reads requests; what is installed unless told otherwise.</param>
    public static async Task<int> RunAsync(Func<Task> server, string? webServer = null)
    {
        try
        {
            RequireRelease(webServer ?? WebServer);
            await server();
            return 0;
        }
        catch (Exception exception) when (exception is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync($"Conference cannot start. {Explain(exception)}");
            return 1;
        }
    }

    /// <summary>Nobody mends a preview: past a proxy before some of them, requests can be smuggled in the body of others (CVE-2025-55315).</summary>
    internal static void RequireRelease(string webServer)
    {
        var version = webServer.Split('+')[0];
        if (version.Contains('-', StringComparison.Ordinal))
        {
            throw new StartException($"ASP.NET Core {version} is a preview, whose holes nobody mends. Install the newest release of .NET {version.Split('.')[0]}.");
        }
    }

    /// <summary>What was wrong, in one line.</summary>
    internal static string Explain(Exception exception) => OneLine(exception switch
    {
        StartException start => start.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        _ => exception.GetBaseException() is var cause && ReferenceEquals(cause, exception)
            ? exception.Message
            : $"{exception.Message} {cause.Message}",
    });

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
