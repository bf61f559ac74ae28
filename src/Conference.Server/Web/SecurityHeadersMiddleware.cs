using Conference.Server.Options;
using Microsoft.Extensions.Options;

namespace Conference.Server.Web;

/// <summary>
/// What browsers are told on every answer: run our own scripts only, talk to this server only, stay out of frames that are not wanted, and
/// leave the devices alone that a call does not need.
/// </summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next, IOptions<SecurityOptions> options)
{
    private const string Features =
        "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), autoplay=(self), clipboard-write=(self), "
        + "screen-wake-lock=(self), accelerometer=(), clipboard-read=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), "
        + "idle-detection=(), local-fonts=(), magnetometer=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), "
        + "window-management=(), xr-spatial-tracking=()";

    // WebAssembly tells people from their background and speech from noise; it comes from here like every script ('self' answers for where it is
    // fetched from), and text is still never run. Nothing of ours makes markup or script from text, so no policy may exist that lets it; the
    // two policies there are let the workers of blur and recording have their own addresses and refuse every other.
    private const string Sources =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; "
        + "trusted-types conference-blur conference-record; ";

    private readonly string[] _embedders = [.. options.Value.EmbeddingOrigins.Select(WebOrigin.Read).OfType<string>()];

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"{Sources}frame-ancestors {Ancestors()}; connect-src {Servers(context.Request)}";
        headers["Permissions-Policy"] = Features;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (_embedders.Length == 0)
        {
            // It cannot name origins. Where some are allowed, the policy above says which, and older browsers refuse no frame.
            headers.XFrameOptions = "DENY";
        }

        return next(context);
    }

    // Older Safaris do not count a socket of the same host as 'self'.
    private static string Servers(HttpRequest request) => $"'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host.Value}";

    private string Ancestors() => _embedders.Length == 0 ? "'none'" : string.Join(' ', _embedders);
}
