using System.Text.RegularExpressions;

namespace Conference.Data.Sqlite;

/// <summary>
/// Makes every word of the index a word of one room, as in <c>r12xhello</c>: a search then reads nothing of other rooms, and in a big
/// room no more than the hits. What a word is decides the index's own tokenizer; here it only has to be decided the same way each time.
/// </summary>
internal static partial class SearchWords
{
    /// <summary>The text as the index gets it.</summary>
    public static string ForIndex(long roomId, string text)
    {
        var room = FormattableString.Invariant($"r{roomId}x");
        return Word().Replace(text, word => room + word.Value);
    }

    /// <summary>The FTS5 expression for texts that have all of them, the last one as a prefix. What is in a word is text, never syntax.</summary>
    public static string ForSearch(long roomId, IReadOnlyList<string> words) =>
        string.Join(" AND ", words.Select(word => $"\"{string.Join(' ', Word().Matches(ForIndex(roomId, word)))}\"")) + " *";

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}\p{Co}]+")]
    private static partial Regex Word();
}
