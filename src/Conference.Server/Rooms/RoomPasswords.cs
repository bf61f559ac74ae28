using System.Net;
using System.Security.Cryptography;

namespace Conference.Server.Rooms;

/// <summary>Room passwords as they are kept: salted and slow to try (PBKDF2, RFC 8018 section 5.2). One try at a time, so that many cannot starve the server.</summary>
public sealed class RoomPasswords(PasswordTries tries) : IDisposable
{
    private const int Iterations = 200_000;
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What is kept of a password.</summary>
    public async Task<string> HashAsync(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        using var turn = await EnterAsync();
        return $"{Convert.ToHexStringLower(salt)}.{Convert.ToHexStringLower(await DeriveAsync(password, salt))}";
    }

    /// <summary>Tries a password, if there may be one more try when its turn comes. The right one costs none.</summary>
    /// <returns>Whether it is right; null when there were too many tries.</returns>
    public async Task<bool?> TryAsync(string password, string kept, IPAddress? address, long roomId)
    {
        var (salt, hash) = kept.Split('.') is [var first, var second] ? (first, second) : throw new FormatException("This is no kept password.");
        using var turn = await EnterAsync();
        if (!tries.TryTake(address, roomId))
        {
            return null;
        }

        var derived = await DeriveAsync(password, Convert.FromHexString(salt));
        var isRight = CryptographicOperations.FixedTimeEquals(derived, Convert.FromHexString(hash));
        if (isRight)
        {
            tries.GiveBack(address, roomId);
        }

        return isRight;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Not on the thread that reads from the socket.</summary>
    private static Task<byte[]> DeriveAsync(string password, byte[] salt) =>
        Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, HashLength));

    private async Task<Turn> EnterAsync()
    {
        await _one.WaitAsync();
        return new Turn(_one);
    }

    private readonly struct Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
