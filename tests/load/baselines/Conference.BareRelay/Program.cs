using Conference.BareRelay;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSignalR();
var app = builder.Build();
app.MapGet("/", () => "ready");
app.MapHub<RelayHub>("/hub");
app.Run();
