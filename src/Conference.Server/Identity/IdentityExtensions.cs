using Conference.Data;
using Conference.Server.Options;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Conference.Server.Identity;

/// <summary>Who calls, and from where.</summary>
public static class IdentityExtensions
{
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(365);

    /// <summary>Adds the visitor's cookie, and the keys that seal it and the resume tokens.</summary>
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("Conference");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, folder, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.KeysFolder), loggers));
        services.AddAuthorization();
        services.AddAuthentication().AddCookie(VisitorExtensions.Scheme, options =>
        {
            options.ExpireTimeSpan = CookieLifetime;
            options.SlidingExpiration = true;
        });
        services.AddOptions<CookieAuthenticationOptions>(VisitorExtensions.Scheme)
            .Configure<IOptions<SecurityOptions>>((options, security) => options.Cookie = new VisitorCookie(security.Value));
        builder.AddSignIn();
        return builder;
    }

    /// <summary>Checks where a request comes from, takes who comes back from signing in, then asks who it is.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app) =>
        app.UseMiddleware<OriginMiddleware>().UseAuthentication().UseMiddleware<VisitorMiddleware>().UseAuthorization();
}
