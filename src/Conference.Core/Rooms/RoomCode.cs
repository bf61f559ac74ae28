using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Conference.Core.Rooms;

/// <summary>The ten letters that name a room: 47 bits, made at random. Shown as <c>kmr-vxtd-hpe</c>, compared without hyphens and case.</summary>
public readonly record struct RoomCode
{
    /// <summary>How many letters a code has.</summary>
    public const int Length = 10;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
    private readonly string? _letters;

    private RoomCode(string letters) => _letters = letters;

    /// <summary>The ten letters without hyphens, as they are stored.</summary>
    public string Letters => _letters ?? throw new InvalidOperationException("This room code was never given a value.");

    /// <summary>Makes a new random code.</summary>
    public static RoomCode Create() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a code; white space, hyphens and case do not matter.</summary>
    /// <param name="text">What somebody typed; at most 64 characters are looked at.</param>
    /// <param name="code">The code.</param>
    /// <returns>False when the text is no code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RoomCode code)
    {
        code = default;
        if (text is null || text.Length > 64)
        {
            return false;
        }

        var letters = string.Concat(text.Where(c => c != '-' && !char.IsWhiteSpace(c)));
        if (letters.Length != Length || !letters.All(char.IsAsciiLetter))
        {
            return false;
        }

        code = new RoomCode(letters.ToLowerInvariant());
        return true;
    }

    /// <summary>The code as people see it.</summary>
    public override string ToString() => $"{Letters[..3]}-{Letters[3..7]}-{Letters[7..]}";
}
