using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Conference.Server.Identity;

/// <summary>Makes and reads the tokens that a tab keeps. They survive a restart, as the keys do.</summary>
public sealed class ResumeTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a token is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int LongestToken = 512;
    private readonly IDataProtector _protector = protection.CreateProtector("Conference.ResumeToken.v1");

    /// <summary>Makes the token of a seat.</summary>
    public string Protect(long roomId, string participantId, Guid visitorId)
    {
        var token = new ResumeToken(roomId, participantId, visitorId, time.GetUtcNow());
        return WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(token)));
    }

    /// <summary>Reads a token.</summary>
    /// <returns>False for anything that is not a fresh token of this visitor.</returns>
    public bool TryRead(string? text, Guid visitorId, [NotNullWhen(true)] out ResumeToken? token)
    {
        token = Read(text);
        if (token is null || token.VisitorId != visitorId || time.GetUtcNow() - token.IssuedAt > Lifetime)
        {
            token = null;
        }

        return token is not null;
    }

    private ResumeToken? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > LongestToken)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ResumeToken>(_protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }
}
