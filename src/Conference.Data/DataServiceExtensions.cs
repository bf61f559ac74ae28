using Conference.Core.Chat;
using Conference.Core.Rooms;
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
        services.AddSingleton<IRoomStore, RoomStore>();
        services.AddSingleton<IChatHistory, ChatHistory>();
        services.AddSingleton<ChatWriter>();
        services.AddSingleton<TextIndexer>();
        services.AddSingleton<IChatLogObserver>(provider => provider.GetRequiredService<TextIndexer>());
        services.AddSingleton<ChatLog>();
        services.AddSingleton<IChatLog>(provider => provider.GetRequiredService<ChatLog>());
        services.AddSingleton<IChatLogStatus>(provider => provider.GetRequiredService<ChatLog>());
        return services;
    }
}
