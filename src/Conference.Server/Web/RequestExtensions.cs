namespace Conference.Server.Web;

internal static class RequestExtensions
{
    private const string PageFile = "/index.html";

    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public static bool IsHub(this HttpRequest request) => request.Path.StartsWithSegments("/hub", StringComparison.Ordinal);

    /// <summary>After <see cref="WebExtensions.UseWeb"/>: every address of the client is this one file.</summary>
    public static bool IsPage(this HttpRequest request) => request.Path == PageFile && HttpMethods.IsGet(request.Method);

    /// <summary>A person opens an address: the client shows what belongs there.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.IsApi()
        && !request.IsHub()
        && !Path.HasExtension(request.Path.Value)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static void TurnToPage(this HttpRequest request) => request.Path = PageFile;
}
