using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Conference.Core.Rooms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Conference.Server.Rooms;

/// <summary>
/// The keys to seats: sealed with the server's Data Protection keys, bound to room, participant and visitor, good for 24 hours. They say where
/// somebody sat, so that a seat outlives a lost connection, the grace, and the server's process.
/// </summary>
public sealed class ResumeTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The longest token that is looked at.</summary>
    public const int LengthLimit = 512;

    private const int HeadLength = sizeof(long) + sizeof(long) + 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly IDataProtector _protector = protection.CreateProtector("Conference.Seat.v2");

    /// <summary>Makes the token of a seat.</summary>
    public string Issue(long roomId, string participantId, Guid visitorId)
    {
        var plain = new byte[HeadLength + Encoding.UTF8.GetByteCount(participantId)];
        BinaryPrimitives.WriteInt64LittleEndian(plain, roomId);
        BinaryPrimitives.WriteInt64LittleEndian(plain.AsSpan(sizeof(long)), time.GetUtcNow().ToUnixTimeMilliseconds());
        visitorId.TryWriteBytes(plain.AsSpan(sizeof(long) * 2));
        Encoding.UTF8.GetBytes(participantId, plain.AsSpan(HeadLength));
        return WebEncoders.Base64UrlEncode(_protector.Protect(plain));
    }

    /// <summary>Reads a token.</summary>
    /// <returns>
    /// The participant id; null when there is no token, or not one of this room and this visitor, or it is too old, or of a call that a host ended.
    /// </returns>
    public string? Read(string? token, RoomRecord room, Guid visitorId)
    {
        // Stryker disable once Equality : what is exactly as long as the limit may be looked at or not
        if (token is null or { Length: 0 or > LengthLimit } || Open(token) is not { Length: > HeadLength } plain)
        {
            return null;
        }

        var issued = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(sizeof(long))));
        var isOurs = BinaryPrimitives.ReadInt64LittleEndian(plain) == room.Id
            && new Guid(plain.AsSpan(sizeof(long) * 2, 16)) == visitorId
            && time.GetUtcNow() - issued < Lifetime
            && !(issued < room.TokensFrom);
        return isOurs ? Encoding.UTF8.GetString(plain.AsSpan(HeadLength)) : null;
    }

    private byte[]? Open(string token)
    {
        try
        {
            return _protector.Unprotect(WebEncoders.Base64UrlDecode(token));
        }
        // Stryker disable once Block : without it nothing is returned as well
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            // Not sealed by this server: as good as no token.
            return null;
        }
    }
}
