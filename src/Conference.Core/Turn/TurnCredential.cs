using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conference.Core.Turn;

/// <summary>
/// A name and password for a TURN server that shares a secret with this one (draft-uberti-behave-turn-rest): the name says when they end, and the
/// password is its HMAC. The TURN server asks nobody.
/// </summary>
/// <param name="Username">End and owner: <c>1772445600:0f3a9c1d2b4e5f607182</c>.</param>
/// <param name="Password">The HMAC of the name.</param>
public sealed record TurnCredential(string Username, string Password)
{
    /// <summary>Makes one.</summary>
    /// <param name="secret">What both servers know.</param>
    /// <param name="owner">Whose it is: an id, never a name.</param>
    /// <param name="expiresAt">When it ends; what was allocated by then may stay longer.</param>
    public static TurnCredential Create(string secret, string owner, DateTimeOffset expiresAt)
    {
        var username = string.Create(CultureInfo.InvariantCulture, $"{expiresAt.ToUnixTimeSeconds()}:{owner}");
        // The hash is the draft's, and what TURN servers know.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(username));
#pragma warning restore CA5350
        return new TurnCredential(username, Convert.ToBase64String(hash));
    }
}
