using Conference.Data.Sqlite;
using Conference.Server.Options;
using Conference.Server.Turn;
using Microsoft.Extensions.Options;

namespace Conference.Server.Doctor;

/// <summary>
/// <c>dotnet run --project src/Conference.Server -- doctor</c>: looks at what keeps calls from connecting, one line for each thing, and says what to do. It
/// changes nothing, also beside a running server.
/// </summary>
internal static class DoctorCommand
{
    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsMeant(string[] args) => args is ["doctor", ..];

    /// <summary>Runs it.</summary>
    /// <param name="compose">Puts the server together, with all its settings, and starts nothing.</param>
    /// <returns>0 when nothing failed, 1 otherwise.</returns>
    public static async Task<int> RunAsync(Func<WebApplicationBuilder> compose)
    {
        var failed = false;
        await foreach (var line in ExamineAsync(compose))
        {
            await Console.Out.WriteLineAsync(line.ToString());
            failed |= line.Health == Health.Failed;
        }

        return failed ? 1 : 0;
    }

    private static async IAsyncEnumerable<DoctorLine> ExamineAsync(Func<WebApplicationBuilder> compose)
    {
        var (services, wrong) = await ReadSettingsAsync(compose);
        if (services is null)
        {
            yield return new DoctorLine(Health.Failed, "settings_wrong", wrong);
            yield break;
        }

        await using var owned = services;

        yield return new DoctorLine(Health.Well, "settings_ok", "All settings are sane.");
        yield return await ExamineDatabaseAsync(services);
        yield return await services.GetRequiredService<StunDoctor>().ExamineAsync();
        var results = await services.GetRequiredService<TurnCheck>().RunAsync(CancellationToken.None);
        if (results.Count == 0)
        {
            yield return new DoctorLine(Health.Warning, "turn_none", "No TURN server is configured: behind strict firewalls calls do not connect.");
        }

        foreach (var result in results)
        {
            yield return ToLine(result);
        }
    }

    /// <summary>All settings of the server, and its services if nothing is wrong with them.</summary>
    private static async Task<(ServiceProvider? Services, string Wrong)> ReadSettingsAsync(Func<WebApplicationBuilder> compose)
    {
        ServiceProvider? services = null;
        try
        {
            var builder = compose();
            builder.Services.AddSingleton<StunDoctor>();
            services = builder.Services.BuildServiceProvider();
            services.GetRequiredService<IStartupValidator>().Validate();
            return (services, "");
        }
        catch (Exception wrong)
        {
            await (services?.DisposeAsync() ?? ValueTask.CompletedTask);
            return (null, StartGuard.Explain(wrong));
        }
    }

    private static async Task<DoctorLine> ExamineDatabaseAsync(IServiceProvider services)
    {
        var folder = Path.Combine(
            services.GetRequiredService<IHostEnvironment>().ContentRootPath, services.GetRequiredService<IOptions<DataOptions>>().Value.Folder);
        return await DatabaseProbe.FindFaultAsync(folder) is { } fault
            ? new DoctorLine(Health.Failed, "database_failed", fault)
            : new DoctorLine(Health.Well, "database_ok", $"The database in {folder} can be used.");
    }

    private static DoctorLine ToLine(TurnResult result) => new(
        result.Finding == TurnFinding.Ok ? Health.Well : result.IsUsable ? Health.Warning : Health.Failed,
        TurnWords.Code(result.Finding),
        $"{result.Url}: {TurnWords.Sentence(result)}");
}
