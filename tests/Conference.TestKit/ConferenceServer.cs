using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.TestKit;

/// <summary>A server on a real port of this machine, with a data folder of its own. It can be restarted on the same folder.</summary>
public sealed class ConferenceServer : IAsyncDisposable
{
    private const int Threads = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly ConferenceServerOptions _options;
    private readonly TemporaryFolder? _temporary;
    private ConferenceFactory _factory;

    private ConferenceServer(ConferenceServerOptions options)
    {
        _options = options;
        _temporary = options.DataFolder is null ? new TemporaryFolder() : null;
        DataFolder = options.DataFolder ?? _temporary!.Path;
        _factory = Start();
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:40001/</c>. Another one after a restart.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where everything that lasts is.</summary>
    public string DataFolder { get; }

    /// <summary>The server's own parts.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts one.</summary>
    public static ConferenceServer Start(Action<ConferenceServerOptions>? configure = null)
    {
        var options = new ConferenceServerOptions();
        configure?.Invoke(options);
        return new ConferenceServer(options);
    }

    /// <summary>A part of the server.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Stops gracefully and starts again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await _factory.DisposeAsync();
        await WaitForFolderAsync();
        _factory = Start();
    }

    /// <summary>A browser that opened a page of this server for the first time.</summary>
    public Task<ConferenceVisitor> VisitAsync() => ConferenceVisitor.VisitAsync(() => Address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _temporary?.Dispose();
    }

    // Factory and server both stop the host, and who comes second does not wait for the first: the folder may be held a moment longer.
    private async Task WaitForFolderAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                DataFolderLock().Dispose();
                return;
            }
            catch (IOException)
            {
                await Task.Delay(Pause, patience.Token);
            }
        }
    }

    private FileStream DataFolderLock() =>
        new(Path.Combine(DataFolder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    // The factory may know its address before the server has been given a port.
    private static Uri ReadAddress(IServiceProvider services)
    {
        Assert.True(services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.WaitHandle.WaitOne(Patience));
        var addresses = services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new Uri(Assert.Single(addresses));
    }

    private ConferenceFactory Start()
    {
        // A starting server holds a thread of the pool, which makes new ones one a second: many at once would wait for each other.
        ThreadPool.SetMinThreads(Threads, Threads);
        var factory = new ConferenceFactory(_options, DataFolder);
        factory.UseKestrel(0);
        factory.StartServer();
        Address = ReadAddress(factory.Services);
        return factory;
    }
}
