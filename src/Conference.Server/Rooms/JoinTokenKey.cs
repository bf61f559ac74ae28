using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Server.Rooms;

/// <summary>A key with the one algorithm that it is for. What a token says about its algorithm only has to agree.</summary>
internal sealed record JoinTokenKey(string Id, SecurityKey Key, string Algorithm)
{
    private const int ShortestSecret = 32;
    private const int ShortestRsa = 2048;

    /// <summary>Reads a key as configured.</summary>
    /// <exception cref="FormatException">Says what is wrong with it.</exception>
    public static JoinTokenKey Read(JoinTokenKeyOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Id))
        {
            throw new FormatException("has no Id");
        }

        return (options.Secret, options.PublicKey) switch
        {
            ({ } secret, null) => FromSecret(options.Id, secret),
            (null, { } publicKey) => FromPem(options.Id, publicKey),
            _ => throw new FormatException("has not exactly one of Secret and PublicKey"),
        };
    }

    private static JoinTokenKey FromSecret(string id, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return bytes.Length >= ShortestSecret
            ? new JoinTokenKey(id, new SymmetricSecurityKey(bytes), SecurityAlgorithms.HmacSha256)
            : throw new FormatException($"has a Secret of less than {ShortestSecret} bytes");
    }

    private static JoinTokenKey FromPem(string id, string pem)
    {
        if (pem.Contains("PRIVATE", StringComparison.Ordinal))
        {
            throw new FormatException("has a private key as PublicKey; give the public half alone");
        }

        return TryRsa(id, pem) ?? TryCurve(id, pem) ?? throw new FormatException("has a PublicKey that is no PEM of an RSA or EC key");
    }

    private static JoinTokenKey? TryRsa(string id, string pem)
    {
        var rsa = RSA.Create();
        if (!TryImport(rsa, pem))
        {
            return null;
        }

        return rsa.KeySize >= ShortestRsa
            ? new JoinTokenKey(id, new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256)
            : throw new FormatException($"has an RSA key of less than {ShortestRsa} bits");
    }

    private static JoinTokenKey? TryCurve(string id, string pem)
    {
        var curve = ECDsa.Create();
        return TryImport(curve, pem) ? new JoinTokenKey(id, new ECDsaSecurityKey(curve), AlgorithmOf(curve)) : null;
    }

    private static string AlgorithmOf(ECDsa curve) => curve.ExportParameters(includePrivateParameters: false).Curve.Oid.FriendlyName switch
    {
        "nistP256" or "ECDSA_P256" => SecurityAlgorithms.EcdsaSha256,
        "nistP384" or "ECDSA_P384" => SecurityAlgorithms.EcdsaSha384,
        "nistP521" or "ECDSA_P521" => SecurityAlgorithms.EcdsaSha512,
        _ => throw new FormatException("has a curve other than P-256, P-384 and P-521"),
    };

    private static bool TryImport(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return false;
        }
    }
}
