namespace Conference.Server.Identity;

/// <summary>Section <c>SignIn</c>: the OpenID Connect server at which people of the operator sign in. Without one everybody is a guest.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>The server's address, its issuer: <c>https://login.example/realms/staff</c>. Absent: nobody signs in. Plain http on this machine only.</summary>
    public string? Authority { get; set; }

    /// <summary>The name under which the server knows Conference.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that belongs to it; absent for a public client. A proof key (PKCE) goes with every sign-in either way.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is asked for besides <c>openid</c> and <c>profile</c>.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>Whether guests may only join rooms, and not open new ones.</summary>
    public bool RequiredToOpenRooms { get; set; }

    /// <summary>How long one stays signed in in a browser that is not used.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(30);

    internal bool IsOn => !string.IsNullOrEmpty(Authority);

    internal static bool HasSaneAuthority(SignInOptions signIn) => !signIn.IsOn
        || (Uri.TryCreate(signIn.Authority, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            && uri is { Query: "", Fragment: "", UserInfo: "" });
}
