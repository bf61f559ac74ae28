namespace Conference.Data.Sqlite;

/// <summary>Makes FTS5 expressions. The room is a word of the index too, so that a small room's search never reads a big room's words.</summary>
internal static class SearchExpression
{
    public static string Create(long roomId, IReadOnlyList<string> words) =>
        $"Room : {RoomWord(roomId)} AND Text : ({string.Join(" AND ", words.Select(Quote))} *)";

    private static string RoomWord(long roomId) => FormattableString.Invariant($"r{roomId}");

    private static string Quote(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
