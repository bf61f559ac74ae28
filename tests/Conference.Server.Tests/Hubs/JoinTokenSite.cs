using System.Security.Cryptography;
using System.Text;
using Conference.TestKit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Server.Tests.Hubs;

/// <summary>A site that the operator trusts to send people into rooms, with a key of each kind.</summary>
public static class JoinTokenSite
{
    public const string Issuer = "https://school.example";
    public const string Audience = "https://conference.example";
    public static readonly string Secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static SigningCredentials ByRsa => Credentials(new RsaSecurityKey(Rsa), "pair", SecurityAlgorithms.RsaSha256);

    public static SigningCredentials ByCurve => Credentials(new ECDsaSecurityKey(Curve), "curve", SecurityAlgorithms.EcdsaSha384);

    public static void Configure(ConferenceServerOptions options)
    {
        options.Settings["JoinTokens:Issuer"] = Issuer;
        options.Settings["JoinTokens:Audience"] = Audience;
        options.Settings["JoinTokens:Keys:0:Id"] = "secret";
        options.Settings["JoinTokens:Keys:0:Secret"] = Secret;
        options.Settings["JoinTokens:Keys:1:Id"] = "pair";
        options.Settings["JoinTokens:Keys:1:PublicKey"] = Rsa.ExportSubjectPublicKeyInfoPem();
        options.Settings["JoinTokens:Keys:2:Id"] = "curve";
        options.Settings["JoinTokens:Keys:2:PublicKey"] = Curve.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("");
    }

    public static SigningCredentials BySecret(string secret, string? id = "secret", string algorithm = SecurityAlgorithms.HmacSha256) =>
        Credentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), id, algorithm);

    public static SigningCredentials Credentials(SecurityKey key, string? id, string algorithm)
    {
        key.KeyId = id;
        return new SigningCredentials(key, algorithm) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
    }

    /// <summary>The token of one person for one room, good for ten minutes.</summary>
    public static SecurityTokenDescriptor Describe(string room, DateTimeOffset now, string role = "participant") => new()
    {
        Issuer = Issuer,
        Audience = Audience,
        Expires = now.AddMinutes(10).UtcDateTime,
        SigningCredentials = BySecret(Secret),
        Claims = new Dictionary<string, object> { ["room"] = room, ["role"] = role, ["name"] = "Grace Hopper", ["jti"] = Guid.NewGuid().ToString("N") },
    };

    public static string Sign(SecurityTokenDescriptor descriptor) => Handler.CreateToken(descriptor);
}
