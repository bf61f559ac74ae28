using System.Globalization;
using Conference.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conference.Server.Tests.Endpoints;

/// <summary>A server whose callers hang up in a moment that they choose: when the server writes the line of its log that the request has the number of.</summary>
public sealed class HangupServer : IAsyncDisposable, IStartupFilter
{
    private const string Header = "X-Hang-Up";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Interrupter _interrupter = new();
    private readonly ConferenceServer _server;
    private TaskCompletionSource<bool> _ended = new();

    public HangupServer() => _server = ConferenceServer.Start(options =>
    {
        options.LiftLimits();
        options.Settings["Logging:Level"] = "Critical";
        options.ConfigureServices = services => services.AddSingleton<ILoggerProvider>(_interrupter).AddSingleton<IStartupFilter>(this);
    });

    /// <summary>What was logged as a fault since the last time.</summary>
    public IReadOnlyList<string> TakeFaults() => _interrupter.TakeFaults();

    public Task<ConferenceVisitor> VisitAsync() => _server.VisitAsync();

    /// <summary>Sends a request and hangs up at a line.</summary>
    /// <returns>False when all was done before that line came.</returns>
    public async Task<bool> SendAsync(ConferenceVisitor visitor, HttpRequestMessage request, int line)
    {
        request.Headers.Add(Header, line.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var response = await visitor.Http.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            // There is no answer for who is gone.
        }

        var came = await _ended.Task.WaitAsync(Patience);
        _ended = new TaskCompletionSource<bool>();
        return came;
    }

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => next(app.Use(RunAsync));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (!int.TryParse(context.Request.Headers[Header], CultureInfo.InvariantCulture, out var line))
        {
            await next(context);
            return;
        }

        using var interruption = _interrupter.InterruptAt(line);
        using var ending = interruption.Token.Register(context.Abort);
        // The real one follows a moment later, on another thread: too late to hit every line.
        context.RequestAborted = interruption.Token;
        try
        {
            await next(context);
        }
        finally
        {
            _ended.SetResult(interruption.Came);
        }
    }
}
