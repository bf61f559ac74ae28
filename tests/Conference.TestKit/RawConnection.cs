using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conference.TestKit;

/// <summary>A page that writes its frames by hand, as no client of ours would.</summary>
public sealed class RawConnection : IDisposable
{
    private const byte RecordSeparator = 0x1E;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket _socket = new();
    private readonly List<byte> _received = [];
    private readonly List<JsonNode> _records = [];

    /// <summary>Every record that the server sent, as far as it was read and not taken: in the order of the wire, whatever is in it.</summary>
    public IReadOnlyList<JsonNode> Records => _records;

    /// <summary>What the server called on this page.</summary>
    public IReadOnlyList<JsonNode> Told => [.. _records.Where(record => (int?)record["type"] == 1)];

    /// <summary>Connects without negotiation and shakes hands; at another address if a proxy on this machine says so.</summary>
    public static async Task<RawConnection> ConnectAsync(ConferenceVisitor visitor, string handshake = """{"protocol":"json","version":1}""", string? address = null)
    {
        var raw = new RawConnection();
        raw._socket.Options.Cookies = visitor.Cookies;
        raw._socket.Options.SetRequestHeader("Origin", visitor.Origin);
        if (address is not null)
        {
            raw._socket.Options.SetRequestHeader("X-Forwarded-For", address);
        }

        await raw._socket.ConnectAsync(new Uri($"{visitor.Origin.Replace("http", "ws", StringComparison.Ordinal)}/hub"), Limit());
        await raw.SendAsync(handshake);
        await raw.ReadRecordAsync();
        return raw;
    }

    /// <summary>Sends one record.</summary>
    public Task SendAsync(string json) => SendAsync(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="SendAsync(string)"/>
    public Task SendAsync(byte[] json) => _socket.SendAsync((byte[])[.. json, RecordSeparator], WebSocketMessageType.Text, endOfMessage: true, Limit());

    /// <summary>Calls a method with arguments written by hand.</summary>
    /// <returns>The code with which it was refused; null when it was not.</returns>
    public async Task<string?> CallAsync(string target, string arguments)
    {
        await SendAsync($$"""{"type":1,"invocationId":"1","target":"{{target}}","arguments":{{arguments}}}""");
        return await ReadRefusalAsync();
    }

    /// <summary>Calls a method, and reads what the server says before the answer.</summary>
    public async Task<RawAnswer> InvokeAsync(string target, params object?[] arguments)
    {
        await SendAsync($$"""{"type":1,"invocationId":"1","target":"{{target}}","arguments":{{JsonSerializer.Serialize(arguments, ConferenceVisitor.Json)}}}""");
        return await ReadAnswerAsync();
    }

    /// <summary>
    /// Reads everything that the server has told this page until now: what it queued on the connection comes before the answer to a call, and
    /// this call changes nothing for who has no hand up.
    /// </summary>
    public Task SettleAsync() => InvokeAsync("LowerHand");

    /// <summary>Reads on until it was told something.</summary>
    public async Task WaitForAsync(string target)
    {
        while (!Told.Any(told => (string?)told["target"] == target))
        {
            await SettleAsync();
        }
    }

    /// <summary>What it was told since the last time.</summary>
    public IReadOnlyList<JsonNode> TakeTold()
    {
        var told = Told;
        _records.Clear();
        return told;
    }

    /// <summary>Reads the answer to a call.</summary>
    /// <returns>The code with which it was refused; null when it was not.</returns>
    public async Task<string?> ReadRefusalAsync() => (await ReadAnswerAsync()).Refusal;

    /// <summary>Reads on until the server closes the connection.</summary>
    public async Task WaitForEndAsync()
    {
        while (await ReadRecordAsync() is not null)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static CancellationToken Limit() => new CancellationTokenSource(Patience).Token;

    private async Task<RawAnswer> ReadAnswerAsync()
    {
        while (true)
        {
            var record = await ReadRecordAsync() ?? throw new WebSocketException("The server closed the connection.");
            if ((int?)record["type"] == 3)
            {
                return RawAnswer.Read(record);
            }
        }
    }

    /// <returns>Null when the connection is closed.</returns>
    private async Task<JsonNode?> ReadRecordAsync()
    {
        var buffer = new byte[4096];
        int end;
        while ((end = _received.IndexOf(RecordSeparator)) < 0)
        {
            var read = await TryReceiveAsync(buffer);
            if (read is null)
            {
                return null;
            }

            _received.AddRange(buffer[..read.Value]);
        }

        var record = JsonNode.Parse(_received[..end].ToArray(), documentOptions: new JsonDocumentOptions());
        _received.RemoveRange(0, end + 1);
        _records.Add(record!);
        return record;
    }

    private async Task<int?> TryReceiveAsync(byte[] buffer)
    {
        try
        {
            var result = await _socket.ReceiveAsync(buffer, Limit());
            return result.MessageType == WebSocketMessageType.Close ? null : result.Count;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
