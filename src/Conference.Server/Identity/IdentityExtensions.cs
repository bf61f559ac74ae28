using Conference.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

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
            options.Cookie.Name = "conference-visitor";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
            options.ExpireTimeSpan = CookieLifetime;
            options.SlidingExpiration = true;
        });
        return builder;
    }

    /// <summary>Checks where a request comes from, then who makes it.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app) =>
        app.UseMiddleware<OriginMiddleware>().UseMiddleware<VisitorMiddleware>().UseAuthorization();
}
