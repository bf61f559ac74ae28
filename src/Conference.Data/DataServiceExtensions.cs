using Conference.Core.Audit;
using Conference.Core.Chat;
using Conference.Core.Rooms;
using Conference.Data.Audit;
using Conference.Data.Chat;
using Conference.Data.Rooms;
using Conference.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Data;

/// <summary>Everything that lasts.</summary>
public static class DataServiceExtensions
{
    /// <summary>Adds the database in the folder, the stores and the chat's one writer. The one place that chooses a provider.</summary>
    public static IServiceCollection AddConferenceData(this IServiceCollection services, Func<IServiceProvider, DataFolder> openFolder)
    {
        services.AddSingleton(openFolder);
        services.AddSingleton<SqliteConnections>();
        services.AddSingleton<IConnections>(provider => provider.GetRequiredService<SqliteConnections>());
        services.AddPooledDbContextFactory<SqliteConferenceDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteConnections>().ConnectionString)
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<IDbContextFactory<ConferenceDbContext>, ProviderContextFactory<SqliteConferenceDbContext>>();
        services.AddSingleton<IConferenceDatabase, SqliteDatabase>();

        services.AddSingleton<WriteGate>();
        services.AddSingleton<ITraces, SqliteTraces>();
        services.AddRooms();
        services.AddChat();
        services.AddSingleton<IAuditLog, AuditLog>();
        return services;
    }

    private static void AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<PersonStore>();
        services.AddSingleton<HostLinkStore>();
        services.AddSingleton<VisitorHandover>();
        services.AddSingleton<OpenCalls>();
        services.AddSingleton<RoomEraser>();
        services.AddSingleton<IRoomStore, RoomStore>();
    }

    private static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<IChatHistory, ChatHistory>();
        services.AddSingleton<ChatWriter>();
        services.AddSingleton<TextIndexer>();
        services.AddSingleton<IChatLogObserver>(provider => provider.GetRequiredService<TextIndexer>());
        services.AddSingleton<ChatLog>();
        services.AddSingleton<IChatLog>(provider => provider.GetRequiredService<ChatLog>());
        services.AddSingleton<IChatLogStatus>(provider => provider.GetRequiredService<ChatLog>());
        services.AddSingleton<EntryEraser>();
        services.AddSingleton<IChatEraser, ChatEraser>();
    }
}
