using System.Net.WebSockets;
using System.Text;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>A participant that sends as fast as it can for as long as it may.</summary>
public sealed class Flooder : IDisposable
{
    private const char RecordSeparator = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new(Patience);
    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>Takes a seat in a room.</summary>
    public static async Task<Flooder> JoinAsync(ConferenceVisitor visitor, string code)
    {
        var flooder = await ConnectAsync(visitor);
        await flooder.SendAsync($$"""
            {"type":1,"invocationId":"join","target":"JoinRoom","arguments":[{"code":"{{code}}","name":"Mallory","instanceId":"raw","media":{"microphone":"none","camera":"none"} }]}
            """);
        await flooder.ReadUntilAsync("\"invocationId\":\"join\"");
        return flooder;
    }

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<Flooder> ConnectAsync(ConferenceVisitor visitor)
    {
        var flooder = new Flooder();
        flooder._socket.Options.Cookies = visitor.Cookies;
        flooder._socket.Options.SetRequestHeader("Origin", visitor.Origin);
        await flooder._socket.ConnectAsync(new Uri($"{visitor.Origin.Replace("http", "ws", StringComparison.Ordinal)}/hub"), flooder._end.Token);
        await flooder.SendAsync("""{"protocol":"json","version":1}""");
        await flooder.ReadUntilAsync("{}");
        return flooder;
    }

    /// <summary>Sends the same bytes again and again until the server ends it.</summary>
    /// <returns>The last record that the server sent.</returns>
    public async Task<string> FloodAsync(string bytes)
    {
        var sending = SendOnAsync(Encoding.UTF8.GetBytes(bytes));
        var heard = await ReadToEndAsync();
        await _end.CancelAsync();
        await sending;
        return heard.TrimEnd(RecordSeparator).Split(RecordSeparator)[^1];
    }

    public void Dispose()
    {
        _socket.Dispose();
        _end.Dispose();
    }

    private Task SendAsync(string record) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(record + RecordSeparator), WebSocketMessageType.Text, endOfMessage: true, _end.Token);

    private async Task SendOnAsync(byte[] bytes)
    {
        try
        {
            while (true)
            {
                await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, _end.Token);
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The server ended it, as it should.
        }
    }

    private async Task ReadUntilAsync(string wanted)
    {
        var heard = "";
        while (!heard.Contains(wanted, StringComparison.Ordinal) || !heard.EndsWith(RecordSeparator))
        {
            heard += await ReadAsync() ?? throw new WebSocketException("The server closed the connection.");
        }
    }

    private async Task<string> ReadToEndAsync()
    {
        var heard = new StringBuilder();
        while (await ReadAsync() is { } text)
        {
            heard.Append(text);
        }

        return heard.ToString();
    }

    private async Task<string?> ReadAsync()
    {
        try
        {
            var result = await _socket.ReceiveAsync(_buffer, _end.Token);
            return result.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(_buffer, 0, result.Count);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
