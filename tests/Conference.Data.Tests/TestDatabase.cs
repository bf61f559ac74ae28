using System.Text;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Conference.Data.Tests;

/// <summary>A real database in a folder of its own, with everything that reads and writes it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Action<IServiceCollection> _configure;
    private ServiceProvider _services;

    private TestDatabase(Action<IServiceCollection> configure)
    {
        _configure = configure;
        _services = CreateServices(_folder.Path, configure, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public string Folder => _folder.Path;

    public IRoomStore Rooms => Get<IRoomStore>();

    public IChatLog Log => Get<IChatLog>();

    public IChatHistory History => Get<IChatHistory>();

    public IChatEraser Eraser => Get<IChatEraser>();

    public static async Task<TestDatabase> OpenAsync(Action<IServiceCollection>? configure = null)
    {
        var database = new TestDatabase(configure ?? (_ => { }));
        await database.Get<IConferenceDatabase>().OpenAsync(CancellationToken.None);
        return database;
    }

    /// <summary>What a server on this folder has, not opened yet.</summary>
    public static ServiceProvider CreateServices(string folder, Action<IServiceCollection>? configure = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddConferenceData(_ => DataFolder.Open(folder));
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Stops everything as a server does at its end.</summary>
    public ValueTask CloseAsync() => _services.DisposeAsync();

    public async Task ReopenAsync()
    {
        await CloseAsync();
        _services = CreateServices(_folder.Path, _configure, Clock);
        await Get<IConferenceDatabase>().OpenAsync(CancellationToken.None);
    }

    /// <summary>A connection that knows nothing of the server's own: another process, as far as SQLite is concerned.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "conference.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async Task<RoomRecord> CreateRoomAsync() => await Rooms.CreateAsync("", Guid.NewGuid(), CancellationToken.None);

    public async Task<PersonKey> AdmitAsync(RoomRecord room, string name = "Ada") =>
        (await Rooms.AdmitAsync(room.Id, Guid.NewGuid(), name, CancellationToken.None)).Key;

    public Task<AppendResult> SendAsync(RoomRecord room, PersonKey person, string text, string? id = null) =>
        Log.AppendAsync(Message(room, person, text, id)).WaitAsync(TimeSpan.FromSeconds(30));

    public ChatAppend Message(RoomRecord room, PersonKey person, string text, string? id = null) =>
        new(room.Id, ChatEntryKind.Text, Clock.GetUtcNow(), person, "Ada", id ?? Guid.NewGuid().ToString("N"), text);

    public async Task<IReadOnlyList<ChatEntry>> ReadAllAsync(RoomRecord room)
    {
        var page = await History.ReadPageAsync(room.Id, new ChatPageQuery(After: 0, Limit: int.MaxValue - 1), CancellationToken.None);
        return page.Entries;
    }

    /// <summary>Whether the bytes of the database or of its write-ahead log have it.</summary>
    public bool FilesHave(string text) => ReadFiles().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>The bytes of the database and of its write-ahead log.</summary>
    public byte[] ReadFiles() => DatabaseFiles.Read(Folder);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
