namespace Conference.Data.Tests;

internal static class DatabaseFiles
{
    /// <summary>
    /// The bytes of the write-ahead log, if there is one, and of the database. In this order: what moves from one to the other meanwhile is read at
    /// least once, and the log goes whenever the last connection is closed.
    /// </summary>
    public static byte[] Read(string folder) =>
        [.. ReadFile(Path.Combine(folder, "conference.db-wal")), .. ReadFile(Path.Combine(folder, "conference.db"))];

    private static byte[] ReadFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
