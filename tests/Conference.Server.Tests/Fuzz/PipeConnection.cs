using System.Buffers;
using System.IO.Pipelines;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Conference.Server.Hubs;
using Conference.Server.Tests.Hubs.Connections;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Server.Tests.Fuzz;

/// <summary>
/// A connection to the real hub, from the bytes that arrive to the bytes that leave, without a network in between: many calls can be on their way
/// at once.
/// </summary>
internal sealed class PipeConnection : IAsyncDisposable
{
    private const byte RecordSeparator = 0x1E;
    private const int Invocation = 1;
    private const int Completion = 3;
    private const int Close = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Pipe _toServer = new();
    private readonly Pipe _toPage = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Channel<Answer> _answers = Channel.CreateUnbounded<Answer>();
    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();
    private readonly Task _serving;
    private readonly Task _reading;

    private PipeConnection(IServiceProvider services, Guid visitor)
    {
        var context = new DefaultConnectionContext(Guid.NewGuid().ToString("N"), new DuplexPipe(_toServer.Reader, _toPage.Writer), new DuplexPipe(_toPage.Reader, _toServer.Writer))
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", visitor.ToString("N"))], "visitor")),
        };
        Id = context.ConnectionId;
        _serving = ServeAsync(services, context);
        _reading = ReadAsync();
    }

    public string Id { get; }

    public bool IsOpen => !_serving.IsCompleted;

    /// <summary>Why the server closed it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether it was told something that it was not asked about yet.</summary>
    public bool HasNews => _told.Reader.Count > 0;

    public static async Task<PipeConnection> OpenAsync(IServiceProvider services, Guid visitor)
    {
        var connection = new PipeConnection(services, visitor);
        await connection.WriteAsync("""{"protocol":"json","version":1}""");
        return connection;
    }

    /// <summary>Sends one record.</summary>
    public async Task WriteAsync(string record)
    {
        Encoding.UTF8.GetBytes(record, _toServer.Writer);
        _toServer.Writer.Write([RecordSeparator]);
        await _toServer.Writer.FlushAsync().AsTask().WaitAsync(Patience);
    }

    /// <summary>The next answer to a call; null when there will be none any more.</summary>
    public async Task<Answer?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await _answers.Reader.ReadAsync(patience.Token);
        }
        catch (Exception end) when (end is ChannelClosedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What it was told next, other than answers.</summary>
    public async Task<string> NextToldAsync() => await _told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Makes one call and expects it to go well.</summary>
    public async Task<JsonElement> CallAsync(string method, params object[] arguments)
    {
        await WriteAsync($$"""{"type":1,"invocationId":"call","target":"{{method}}","arguments":{{JsonSerializer.Serialize(arguments, Hubs.HubWire.Json)}}}""");
        var answer = await NextAsync();
        Assert.NotNull(answer);
        Assert.Null(answer.Code);
        return answer.Result;
    }

    public async ValueTask DisposeAsync()
    {
        await _toServer.Writer.CompleteAsync();
        await _serving.WaitAsync(Patience);
        await _reading.WaitAsync(Patience);
    }

    private async Task ServeAsync(IServiceProvider services, ConnectionContext context)
    {
        await services.GetRequiredService<HubConnectionHandler<ConferenceHub>>().OnConnectedAsync(context);
        await _toPage.Writer.CompleteAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            ReadResult result;
            do
            {
                result = await _toPage.Reader.ReadAsync();
                _toPage.Reader.AdvanceTo(ReadRecords(result.Buffer), result.Buffer.End);
            }
            while (!result.IsCompleted);
        }
        finally
        {
            _answers.Writer.Complete();
        }
    }

    private SequencePosition ReadRecords(ReadOnlySequence<byte> bytes)
    {
        var reader = new SequenceReader<byte>(bytes);
        while (reader.TryReadTo(out ReadOnlySequence<byte> record, RecordSeparator))
        {
            Read(record);
        }

        return reader.Position;
    }

    private void Read(ReadOnlySequence<byte> record)
    {
        using var json = JsonDocument.Parse(record);
        var message = json.RootElement;
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case Completion:
                _answers.Writer.TryWrite(Answer.Read(message));
                break;
            case Close:
                Reason = message.TryGetProperty("error", out var error) ? error.GetString() : "without a reason";
                break;
            case Invocation:
                _told.Writer.TryWrite(message.GetProperty("target").GetString()!);
                break;
        }
    }

    /// <summary>The answer to a call.</summary>
    /// <param name="Id">Of the call.</param>
    /// <param name="Code">With which it was refused; null when it was not.</param>
    /// <param name="Result">What it returned.</param>
    public sealed record Answer(string Id, string? Code, JsonElement Result)
    {
        private const string Mark = "HubException: ";

        public static Answer Read(JsonElement completion)
        {
            var error = completion.TryGetProperty("error", out var text) ? text.GetString()! : null;
            var result = completion.TryGetProperty("result", out var value) ? value.Clone() : default;
            return new Answer(completion.GetProperty("invocationId").GetString()!, error is null ? null : ReadCode(error), result);
        }

        private static string ReadCode(string error) => error.Contains(Mark, StringComparison.Ordinal) ? error.Split(Mark)[^1].Split(':')[0] : error;
    }
}
