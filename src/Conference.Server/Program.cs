using Conference.Data;
using Conference.Server;
using Conference.Server.Doctor;
using Conference.Server.Endpoints;
using Conference.Server.Hubs;
using Conference.Server.Identity;
using Conference.Server.Memory;
using Conference.Server.Options;
using Conference.Server.Telemetry;
using Conference.Server.Turn;
using Conference.Server.Web;
using Microsoft.Extensions.Options;

if (DoctorCommand.IsMeant(args))
{
    return await DoctorCommand.RunAsync(() => Compose(args[1..]));
}

return await StartGuard.RunAsync(async () =>
{
    var app = Compose(args).Build();
    await app.Services.GetRequiredService<IConferenceDatabase>().OpenAsync(CancellationToken.None);

    app.UseTelemetry();
    app.UseWeb();
    app.UseRefusals();
    app.UseRouting();
    app.UseIdentity();
    app.UseGate();
    app.MapHealth();
    app.MapEndpoints();
    app.MapConferenceHub();
    app.MapStaticAssets();
    await app.RunAsync();
});

static WebApplicationBuilder Compose(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddOptions();
    builder.AddTelemetry();
    builder.AddIdentity();
    builder.AddWeb();
    builder.AddEndpoints();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddConferenceData(services => DataFolder.Open(Path.Combine(
        builder.Environment.ContentRootPath, services.GetRequiredService<IOptions<DataOptions>>().Value.Folder)));
    builder.Services.AddConferenceHub();
    builder.Services.AddTurn();
    builder.Services.AddHostedService<MemoryReturn>();
    return builder;
}

/// <summary>The server's entry point, visible to the tests' host.</summary>
public partial class Program;
