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

    private const int CodeAt = sizeof(long) + sizeof(long) + 16;
    private const int HeadLength = CodeAt + RoomCode.Length;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly IDataProtector _protector = protection.CreateProtector("Conference.Seat.v3");

    /// <summary>Makes the token of a seat.</summary>
    public string Issue(RoomRecord room, string participantId, Guid visitorId)
    {
        var plain = new byte[HeadLength + Encoding.UTF8.GetByteCount(participantId)];
        BinaryPrimitives.WriteInt64LittleEndian(plain, room.Id);
        BinaryPrimitives.WriteInt64LittleEndian(plain.AsSpan(sizeof(long)), time.GetUtcNow().ToUnixTimeMilliseconds());
        visitorId.TryWriteBytes(plain.AsSpan(sizeof(long) * 2));
        Encoding.UTF8.GetBytes(room.Code.Letters, plain.AsSpan(CodeAt));
        Encoding.UTF8.GetBytes(participantId, plain.AsSpan(HeadLength));
        return WebEncoders.Base64UrlEncode(_protector.Protect(plain));
    }

    /// <summary>Reads a token.</summary>
    /// <returns>
    /// The participant id; null when there is no token, or not one of this room and this visitor, or it is too old, or of a call that a host ended.
    /// </returns>
    public string? Read(string? token, RoomRecord room, Guid visitorId)
    {
        if (Open(token) is not { } plain)
        {
            return null;
        }

        var issued = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(plain.AsSpan(sizeof(long))));
        var isOurs = ReadRoomId(plain) == room.Id
            && new Guid(plain.AsSpan(sizeof(long) * 2, 16)) == visitorId
            && time.GetUtcNow() - issued < Lifetime
            && !(issued < room.TokensFrom);
        return isOurs ? Encoding.UTF8.GetString(plain.AsSpan(HeadLength)) : null;
    }

    /// <summary>Finds the room of a seat whose link was changed since: its key, if the seat was taken under this code, else null.</summary>
    public long? FindRoom(string? token, RoomCode code) =>
        Open(token) is { } plain && Encoding.UTF8.GetString(plain.AsSpan(CodeAt, RoomCode.Length)) == code.Letters ? ReadRoomId(plain) : null;

    private static long ReadRoomId(byte[] plain) => BinaryPrimitives.ReadInt64LittleEndian(plain);

    private byte[]? Open(string? token)
    {
        if (token is null or { Length: 0 or > LengthLimit })
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(WebEncoders.Base64UrlDecode(token)) is { Length: > HeadLength } plain ? plain : null;
        }
        // Stryker disable once Block : without it nothing is returned as well
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            // Not sealed by this server: as good as no token.
            return null;
        }
    }
}
