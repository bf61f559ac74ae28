using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conference.Server.Tests.Hubs;
using Microsoft.AspNetCore.WebUtilities;

namespace Conference.Server.Tests.Rooms;

/// <summary>Makes join tokens as somebody would who has good ones, but no key.</summary>
internal sealed class TokenForger
{
    private const string Head = """{"alg":"{alg}","kid":"{kid}","typ":"JWT"}""";
    private static readonly string[] Nones = ["none", "None", "NONE", "nOnE", "", " none", "none\u0000"];
    private static readonly string[] Keys = ["secret", "pair", "curve", "", "Secret", "../secret", "0"];
    private static readonly string[] Algorithms = ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "ES512", "EdDSA", "dir", "A128KW"];
    private readonly Random _random;
    private readonly string _room;
    private readonly long _now;
    private readonly string[][] _good;
    private readonly byte[][] _publicKeys;
    private readonly string[] _ownPair;
    private int _count;

    public TokenForger(Random random, string room, DateTimeOffset now)
    {
        (_random, _room, _now) = (random, room, now.ToUnixTimeSeconds());
        Good = [.. new[] { JoinTokenSite.BySecret(JoinTokenSite.Secret), JoinTokenSite.ByRsa, JoinTokenSite.ByCurve }.Select(credentials =>
        {
            var token = JoinTokenSite.Describe(room, now);
            token.SigningCredentials = credentials;
            return JoinTokenSite.Sign(token);
        })];
        _good = [.. Good.Select(token => token.Split('.'))];
        _publicKeys = [.. PublicKeys()];
        _ownPair = [.. SignByOwnPair()];
    }

    /// <summary>Tokens that the site made, one by each of its keys.</summary>
    public IReadOnlyList<string> Good { get; }

    /// <summary>The next forgery, and what it is.</summary>
    public (string What, string Token) Next()
    {
        var (kind, turn) = (_count % 10, _count++ / 10);
        return kind switch
        {
            0 => ("a bit of it", FlipBit(turn)),
            1 => ("letters of it", ChangeLetters()),
            2 => ("no algorithm", WithoutAlgorithm()),
            3 => ("a public key as a secret", Sign(Header(Pick(Algorithms[..3]), Pick(Keys[1..3])), Payload(), Pick(_publicKeys))),
            4 => ("a key of one's own", Pick(_ownPair)),
            5 => ("another room", Sign(Payload(room: RandomRoom()))),
            6 => ("another server or site", _random.Next(2) == 0 ? Sign(Payload(audience: Other(JoinTokenSite.Audience))) : Sign(Payload(issuer: Other(JoinTokenSite.Issuer)))),
            7 => ("expired", Sign(Payload(end: _now - 60 - Far()))),
            8 => ("from the future", _random.Next(2) == 0 ? Sign(Payload(begin: _now + 61 + Far())) : Sign(Payload(end: _now + 3661 + Far()))),
            _ => ("pieces", Splice()),
        };
    }

    /// <summary>Every bit of every byte of the good tokens, one after the other.</summary>
    private string FlipBit(int turn)
    {
        var parts = Pick(_good, turn).Select(WebEncoders.Base64UrlDecode).ToArray();
        var bit = turn / _good.Length % (parts.Sum(part => part.Length) * 8);
        foreach (var part in parts)
        {
            if (bit < part.Length * 8)
            {
                part[bit / 8] ^= (byte)(1 << (bit % 8));
                break;
            }

            bit -= part.Length * 8;
        }

        return string.Join('.', parts.Select(WebEncoders.Base64UrlEncode));
    }

    private string ChangeLetters()
    {
        var token = new StringBuilder(Pick([.. Good]));
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            // Not the last letter, of which some bits mean nothing.
            var at = _random.Next(token.Length - 1);
            token[at] = (char)((token[at] + _random.Next(1, 127)) % 127);
        }

        return token.ToString();
    }

    private string WithoutAlgorithm() =>
        $"{Encode(Header(Pick(Nones), Pick(Keys)))}.{Encode(Payload())}.{Pick(["", Pick(_good)[2], WebEncoders.Base64UrlEncode(Bytes(_random.Next(1, 65)))])}";

    private string Splice()
    {
        var parts = Pick(_good);
        return _random.Next(5) switch
        {
            0 => $"{Pick(_good, Array.IndexOf(_good, parts) + 1)[0]}.{parts[1]}.{parts[2]}",
            1 => $"{parts[0]}.{Encode(Payload())}.{parts[2]}",
            2 => $"{parts[0]}.{parts[1]}.{parts[2][..^_random.Next(2, parts[2].Length)]}",
            3 => Sign(Header(Pick(Algorithms[1..]), "secret"), Payload(), Encoding.UTF8.GetBytes(JoinTokenSite.Secret)),
            _ => Sign(Header("HS256", "secret"), Payload(), Pick([[0], new byte[32], Bytes(32), "secret"u8.ToArray()])),
        };
    }

    private static string Sign(string payload) => Sign(Header("HS256", "secret"), payload, Encoding.UTF8.GetBytes(JoinTokenSite.Secret));

    private static string Sign(string header, string payload, byte[] key)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = header.Contains("HS384", StringComparison.Ordinal) ? HMACSHA384.HashData(key, bytes)
            : header.Contains("HS512", StringComparison.Ordinal) ? HMACSHA512.HashData(key, bytes) : HMACSHA256.HashData(key, bytes);
        return $"{text}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    /// <summary>With the key in the token, as if it were to be believed.</summary>
    private IEnumerable<string> SignByOwnPair()
    {
        using var pair = RSA.Create(2048);
        var modulus = WebEncoders.Base64UrlEncode(pair.ExportParameters(includePrivateParameters: false).Modulus!);
        foreach (var more in new[] { "", $$""","jwk":{"kty":"RSA","kid":"pair","e":"AQAB","n":"{{modulus}}"}""", ""","jku":"https://evil.example/keys" """, ""","x5u":"https://evil.example/pem" """ })
        {
            foreach (var id in Keys)
            {
                var text = $"{Encode(Header("RS256", id)[..^1] + more + "}")}.{Encode(Payload())}";
                yield return $"{text}.{WebEncoders.Base64UrlEncode(pair.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
            }
        }
    }

    private static IEnumerable<byte[]> PublicKeys()
    {
        foreach (var (pem, der) in new[]
        {
            (JoinTokenSite.Rsa.ExportSubjectPublicKeyInfoPem(), JoinTokenSite.Rsa.ExportSubjectPublicKeyInfo()),
            (JoinTokenSite.Rsa.ExportRSAPublicKeyPem(), JoinTokenSite.Rsa.ExportRSAPublicKey()),
            (JoinTokenSite.Curve.ExportSubjectPublicKeyInfoPem(), JoinTokenSite.Curve.ExportSubjectPublicKeyInfo()),
        })
        {
            yield return der;
            foreach (var text in new[] { pem, pem + "\n", pem.ReplaceLineEndings("\r\n"), pem.ReplaceLineEndings(""), pem.Replace("-----", "", StringComparison.Ordinal) })
            {
                yield return Encoding.UTF8.GetBytes(text);
            }
        }
    }

    private static string Header(string algorithm, string key) =>
        Head.Replace("{alg}", JsonEncode(algorithm), StringComparison.Ordinal).Replace("{kid}", JsonEncode(key), StringComparison.Ordinal);

    private string Payload(string? room = null, string audience = JoinTokenSite.Audience, string issuer = JoinTokenSite.Issuer, long? end = null, long? begin = null)
    {
        var from = begin is { } time ? string.Create(CultureInfo.InvariantCulture, $",\"nbf\":{time}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"iss":"{{issuer}}","aud":"{{audience}}","exp":{{end ?? _now + 600}}{{from}},"room":"{{room ?? _room}}","role":"host","jti":"{{_random.NextInt64()}}"}""");
    }

    private string RandomRoom()
    {
        var letters = _room.ToCharArray();
        int at;
        do
        {
            at = _random.Next(letters.Length);
        }
        while (letters[at] == '-');
        letters[at] = letters[at] == 'z' ? 'a' : (char)(letters[at] + 1);
        return new string(letters);
    }

    /// <summary>Nearly the same.</summary>
    private string Other(string address) => _random.Next(5) switch
    {
        0 => address + "/",
        1 => address.ToUpperInvariant(),
        2 => address.Replace("https", "http", StringComparison.Ordinal),
        3 => $"{address}.evil{_random.Next()}.example",
        _ => address[.._random.Next(address.Length)],
    };

    private long Far() => _random.Next(3) == 0 ? 0 : _random.Next(1, 100_000_000);

    private static string JsonEncode(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();

    private static string Encode(string json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private static T Pick<T>(T[] values, int turn) => values[turn % values.Length];
}
