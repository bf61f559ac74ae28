using System.Security.Cryptography;

namespace Conference.Server.Rooms;

/// <summary>Room passwords as they are kept: salted and slow to try (PBKDF2, RFC 8018 section 5.2). One try at a time, so that many cannot starve the server.</summary>
public sealed class RoomPasswords : IDisposable
{
    private const int Iterations = 200_000;
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What is kept of a password.</summary>
    public async Task<string> HashAsync(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return $"{Convert.ToHexStringLower(salt)}.{Convert.ToHexStringLower(await DeriveAsync(password, salt))}";
    }

    /// <summary>Whether this is the password.</summary>
    public async Task<bool> IsRightAsync(string password, string kept)
    {
        var (salt, hash) = kept.Split('.') is [var first, var second] ? (first, second) : throw new FormatException("This is no kept password.");
        return CryptographicOperations.FixedTimeEquals(await DeriveAsync(password, Convert.FromHexString(salt)), Convert.FromHexString(hash));
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<byte[]> DeriveAsync(string password, byte[] salt)
    {
        await _one.WaitAsync();
        try
        {
            // Not on the thread that reads from the socket.
            return await Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, HashLength));
        }
        finally
        {
            _one.Release();
        }
    }
}
