using System.Security.Cryptography;
using System.Text;
using Conference.Core;
using Conference.Core.Rooms;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Server.Rooms;

/// <summary>
/// Reads join tokens: JWTs of the configured issuer for this server, signed with a configured key by the one algorithm of that key. A token that is
/// wrong in any way is as good as none.
/// </summary>
public sealed class JoinTokens
{
    /// <summary>The longest token that is looked at.</summary>
    public const int LengthLimit = 4096;

    // Clocks of two servers are never the same.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(60);

    // Stryker disable once Boolean : claims are read from the token, under their own names
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LengthLimit, MapInboundClaims = false };
    private readonly Dictionary<string, JoinTokenKey> _keys;
    private readonly JoinTokenOptions _options;
    private readonly TimeProvider _time;

    public JoinTokens(IOptions<JoinTokenOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _keys = _options.Keys.Select(JoinTokenKey.Read).ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    /// <summary>Reads a token.</summary>
    /// <returns>Null when it is not good.</returns>
    public async Task<JoinPass?> ReadAsync(string token)
    {
        if (Parse(token) is not { } parsed || !_keys.TryGetValue(parsed.Kid, out var key))
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(parsed, RulesOf(key));
        return result.IsValid ? ReadPass(parsed) : null;
    }

    private static JsonWebToken? Parse(string token)
    {
        try
        {
            // What a token declares critical must be understood, and nothing of the kind is.
            var parsed = token.Length <= LengthLimit ? new JsonWebToken(token) : null;
            // Stryker disable once Equality : no key has an empty name, so none is found under it
            return parsed is { Kid.Length: > 0, IsEncrypted: false } && !parsed.TryGetHeaderValue<object>("crit", out _) ? parsed : null;
        }
        // Stryker disable once Block : without it nothing is returned as well
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static JoinPass? ReadPass(JsonWebToken token)
    {
        var isRoom = RoomCode.TryParse(ReadText(token, "room"), out var room);
        var (isNamed, name) = ReadName(token);
        var isHost = ReadText(token, "role") switch
        {
            "host" => true,
            "participant" => false,
            _ => (bool?)null,
        };
        return isRoom && isNamed && isHost is { } host ? new JoinPass(IdOf(token), room, name, host, token.ValidTo) : null;
    }

    private static (bool IsSane, string? Name) ReadName(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<object>("name", out _))
        {
            return (true, null);
        }

        try
        {
            return (true, TextRules.CleanName(ReadText(token, "name") ?? ""));
        }
        catch (ConferenceException)
        {
            return (false, null);
        }
    }

    private static string? ReadText(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    // The signature has more than one spelling, what it signs has one.
    private static string IdOf(JsonWebToken token) =>
        Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"{token.EncodedHeader}.{token.EncodedPayload}")));

    private TokenValidationParameters RulesOf(JoinTokenKey key) => new()
    {
        ValidIssuer = _options.Issuer,
        ValidAudience = _options.Audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = [key.Algorithm],
        IssuerSigningKey = key.Key,
        IssuerSigningKeyResolver = (_, _, _, _) => [key.Key],
        // Stryker disable once Boolean : the resolver gives the one key, there is no other to try
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        // Stryker disable once Boolean : without an end it is refused below as well
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Leeway && end - now <= _options.LongestLifetime + Leeway && !(from > now + Leeway);
    }
}
