namespace Conference.Data;

/// <summary>The folder of everything that lasts. Held by one server at a time for as long as it runs.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string Path { get; }

    /// <summary>The file of the default database.</summary>
    public string DatabaseFile => System.IO.Path.Combine(Path, "conference.db");

    /// <summary>Where the keys of cookies and tokens are.</summary>
    public string KeysFolder => System.IO.Path.Combine(Path, "keys");

    /// <summary>Makes the folder if need be and takes it.</summary>
    /// <exception cref="StartException">It cannot be written, or another server has it.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        MakePrivate(full);
        var folder = new DataFolder(full, TakeLock(full));
        MakePrivate(folder.KeysFolder);
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static void MakePrivate(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, exception);
        }
    }

    private static FileStream TakeLock(string path)
    {
        var file = System.IO.Path.Combine(path, "server.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(path, exception);
        }
        catch (IOException exception)
        {
            throw new StartException($"Another server uses the data folder {path}, or {file} cannot be written: {exception.Message}", exception);
        }
    }

    private static StartException NotWritable(string path, Exception exception) =>
        new($"The data folder {path} cannot be written: {exception.Message} Set Data:Folder to one that can.", exception);
}
