using System.Text;
using Conference.Load.Clients;
using Conference.Load.Net;

namespace Conference.Load.Tests;

public sealed class SilentClientTests : IDisposable
{
    private const string LobbyUpdated = """{"type":1,"target":"LobbyUpdated","arguments":[{"hostPresent":true,"message":""}]}""";
    private const string Text = """{"type":1,"target":"MessagesAdded","arguments":[{"messages":[]}]}""";
    private readonly Poller _poller = new();

    [Theory]
    [InlineData("waiting", 0)]
    [InlineData("removed", 1)]
    [InlineData("joined", 1)]
    public void OnlyWhoWaitsMayHearOfTheLobby(string status, int heard)
    {
        using var client = MakeWire(status);

        Hear(client, LobbyUpdated);

        Assert.Equal(heard, client.Heard);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("removed")]
    [InlineData("joined")]
    public void NobodyMayHearAnythingOfARoom(string status)
    {
        using var client = MakeWire(status);

        Hear(client, Text, Text.Replace("MessagesAdded", "TypingReceived", StringComparison.Ordinal));

        Assert.Equal(2, client.Heard);
        Assert.Contains("TypingReceived", client.LastHeard, StringComparison.Ordinal);
    }

    [Fact]
    public void PingsAnswersAndWhatCameBeforeDoNotCount()
    {
        using var client = new SilentClient(_poller, new Visitor(""), "kmr-vxtd-hpe", "joined");
        Hear(client, Text);
        Assert.Equal(1, client.Heard);

        client.BecomeWire();
        Hear(client, """{"type":6}""", """{"type":3,"invocationId":"0","result":null}""");

        Assert.Equal(0, client.Heard);
    }

    public void Dispose() => _poller.Dispose();

    private static void Hear(SilentClient client, params string[] records) =>
        client.OnMessage(Encoding.UTF8.GetBytes(string.Concat(records.Select(record => record + "\u001e"))));

    private SilentClient MakeWire(string status)
    {
        var client = new SilentClient(_poller, new Visitor(""), "kmr-vxtd-hpe", status);
        client.BecomeWire();
        return client;
    }
}
