using System.Buffers;
using System.Globalization;
using System.Text;
using Conference.Core.Rooms;

namespace Conference.Core;

/// <summary>What names, titles and chat texts may be. Each method returns the text as it is kept, or refuses it.</summary>
public static class TextRules
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int NameLimit = 64;

    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int TitleLimit = 80;

    /// <summary>The longest chat text, in UTF-16 code units.</summary>
    public const int TextLimit = 4000;

    /// <summary>The longest password, in UTF-16 code units.</summary>
    public const int PasswordLimit = 64;

    // Burmese has three in a row, pointed Hebrew too.
    private const int MostMarks = 4;

    private static readonly IReadOnlyList<char> Controls = [.. Range('\0', '\u001F'), .. Range('\u007F', '\u009F')];
    private static readonly IReadOnlyList<char> BidiOverrides = [.. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069')];

    // Besides controls and overrides: line and paragraph separators, and the marks that turn the direction of what stands beside a name.
    private static readonly SearchValues<char> NotInLines =
        SearchValues.Create([.. Controls, .. BidiOverrides, '\u2028', '\u2029', '\u061C', '\u200E', '\u200F']);

    private static readonly SearchValues<char> NotInTexts = SearchValues.Create([.. Controls.Except(['\n', '\t']), .. BidiOverrides]);

    /// <summary>A participant's name: one line, white space runs as one space, at most four accents on a letter, at least one character that can be seen.</summary>
    /// <exception cref="ConferenceException">With the code that says why not.</exception>
    public static string CleanName(string name)
    {
        var line = TidyLine(name);
        if (!IsLine(line))
        {
            throw new ConferenceException(ErrorCodes.NameInvalid, "The name has characters that cannot be shown.");
        }

        if (!line.EnumerateRunes().Any(IsVisible))
        {
            throw new ConferenceException(ErrorCodes.NameRequired, "Enter a name.");
        }

        return line.Length <= NameLimit ? line : throw new ConferenceException(ErrorCodes.NameTooLong, $"A name has at most {NameLimit} characters.");
    }

    /// <summary>A room's title: one line, white space runs as one space, at most four accents on a letter, empty when untitled.</summary>
    /// <exception cref="ConferenceException">With the code that says why not.</exception>
    public static string CleanTitle(string? title)
    {
        var line = TidyLine(title ?? "");
        if (!IsLine(line))
        {
            throw new ConferenceException(ErrorCodes.TitleInvalid, "The title has characters that cannot be shown.");
        }

        return line.Length <= TitleLimit ? line : throw new ConferenceException(ErrorCodes.TitleTooLong, $"A title has at most {TitleLimit} characters.");
    }

    /// <summary>A chat text: trimmed, line feeds and tabs kept, carriage returns made line feeds.</summary>
    /// <exception cref="ConferenceException">With the code that says why not.</exception>
    public static string CleanText(string text)
    {
        var clean = UnixLines(text).Trim();
        if (clean.Length == 0)
        {
            throw new ConferenceException(ErrorCodes.TextRequired, "Write something first.");
        }

        if (clean.Length > TextLimit)
        {
            throw new ConferenceException(ErrorCodes.TextTooLong, "A message has at most 4,000 characters.");
        }

        return IsText(clean) ? clean : throw new ConferenceException(ErrorCodes.TextInvalid, "The message has characters that cannot be shown.");
    }

    /// <summary>A password: 1 to 64 characters as they are, none of which cannot be seen.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.PasswordInvalid"/>.</exception>
    public static string CheckPassword(string password) => password.Length is > 0 and <= PasswordLimit && IsLine(password)
        ? password
        : throw new ConferenceException(ErrorCodes.PasswordInvalid, $"A password has 1 to {PasswordLimit} characters that can be seen.");

    /// <summary>The message to the lobby: trimmed, line feeds kept, empty for none.</summary>
    /// <exception cref="ConferenceException"><see cref="ErrorCodes.LobbyMessageInvalid"/>.</exception>
    public static string CleanLobbyMessage(string text)
    {
        var clean = UnixLines(text).Trim();
        return clean.Length <= RoomRecord.LobbyMessageLimit && IsText(clean)
            ? clean
            : throw new ConferenceException(ErrorCodes.LobbyMessageInvalid, "The message is too long or has characters that cannot be shown.");
    }

    private static string UnixLines(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>Runs of spaces become one, and marks that would pile up over other lines are left out.</summary>
    private static string TidyLine(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, TitleLimit + 1));
        var marks = 0;
        foreach (var character in text.AsSpan().Trim())
        {
            var category = char.GetUnicodeCategory(character);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            var isSpace = category == UnicodeCategory.SpaceSeparator;
            if (marks <= MostMarks && !(isSpace && result[^1] == ' '))
            {
                result.Append(isSpace ? ' ' : character);
            }
        }

        return result.ToString();
    }

    private static bool IsLine(string line) => !line.AsSpan().ContainsAny(NotInLines) && !HasLoneSurrogate(line);

    private static bool IsText(string text) => !text.AsSpan().ContainsAny(NotInTexts) && !HasLoneSurrogate(text);

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        int at;
        while ((at = text.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0)
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }
}
