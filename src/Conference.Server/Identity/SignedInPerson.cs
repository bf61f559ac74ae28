using System.Buffers.Binary;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Conference.Core;

namespace Conference.Server.Identity;

/// <summary>Somebody who signed in, as this server knows them from then on.</summary>
/// <param name="Id">The visitor id: the same in every browser in which they sign in.</param>
/// <param name="Name">How they are called at the page's head.</param>
/// <param name="Authority">Where they signed in, as configured.</param>
/// <param name="Former">The guest that the browser was before; null when there was none.</param>
internal sealed record SignedInPerson(Guid Id, string Name, string Authority, Guid? Former)
{
    private static readonly string[] NameClaims = ["name", "preferred_username", "email"];

    /// <summary>Reads what the OpenID Connect server vouches for.</summary>
    public static SignedInPerson Read(ClaimsPrincipal vouched, string authority, Guid? former)
    {
        var issuer = Require(vouched, "iss");
        var subject = Require(vouched, "sub");
        return new SignedInPerson(CreateId(issuer, subject), ReadName(vouched, subject), authority, former);
    }

    /// <summary>A subject means something with its issuer only. The lengths keep two pairs from looking like one.</summary>
    private static Guid CreateId(string issuer, string subject)
    {
        var issuerBytes = Encoding.UTF8.GetBytes(issuer);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, issuerBytes.Length);
        return new Guid(SHA256.HashData([.. length, .. issuerBytes, .. Encoding.UTF8.GetBytes(subject)]).AsSpan(0, 16));
    }

    private static string ReadName(ClaimsPrincipal vouched, string subject) =>
        NameClaims.Select(vouched.FindFirstValue).Select(Clean).FirstOrDefault(name => name is not null)
        ?? Clean(subject)
        ?? "?";

    private static string? Clean(string? name)
    {
        try
        {
            return name is null ? null : TextRules.CleanName(name.Length > TextRules.NameLimit ? name[..TextRules.NameLimit] : name);
        }
        catch (ConferenceException)
        {
            // What cannot be shown is no name.
            return null;
        }
    }

    private static string Require(ClaimsPrincipal vouched, string claim) =>
        vouched.FindFirstValue(claim) ?? throw new InvalidOperationException($"The OpenID Connect server gave no {claim}.");
}
