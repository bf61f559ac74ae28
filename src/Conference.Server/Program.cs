var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
var app = builder.Build();
app.UseDefaultFiles();
app.UseRouting();
app.MapStaticAssets();
app.Run();

/// <summary>The server's entry point, visible to the tests' host.</summary>
public partial class Program;
