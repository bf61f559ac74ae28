using Conference.Data;
using Microsoft.Extensions.Options;

namespace Conference.Server;

/// <summary>Turns whatever keeps the server from starting into one line for whoever runs it, and an exit code.</summary>
internal static class StartGuard
{
    public static async Task<int> RunAsync(Func<Task> server)
    {
        try
        {
            await server();
            return 0;
        }
        catch (Exception exception) when (exception is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync($"Conference cannot start. {Explain(exception)}");
            return 1;
        }
    }

    private static string Explain(Exception exception) => OneLine(exception switch
    {
        StartException start => start.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        _ => exception.GetBaseException() is var cause && ReferenceEquals(cause, exception)
            ? exception.Message
            : $"{exception.Message} {cause.Message}",
    });

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
