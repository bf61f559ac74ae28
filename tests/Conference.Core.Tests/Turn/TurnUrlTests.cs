using Conference.Core.Turn;

namespace Conference.Core.Tests.Turn;

public sealed class TurnUrlTests
{
    [Theory]
    [InlineData("turn:turn.example", "turn.example", 3478, TurnTransport.Udp)]
    [InlineData("turn:turn.example:3479?transport=udp", "turn.example", 3479, TurnTransport.Udp)]
    [InlineData("turn:192.0.2.1:80?transport=tcp", "192.0.2.1", 80, TurnTransport.Tcp)]
    [InlineData("turns:turn.example", "turn.example", 5349, TurnTransport.Tls)]
    [InlineData("turns:[2001:db8::1]:443?transport=tcp", "2001:db8::1", 443, TurnTransport.Tls)]
    public void AUrlSaysWhereAndHow(string text, string host, int port, TurnTransport transport) =>
        Assert.Equal(new TurnUrl(host, port, transport), TurnUrl.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("turn:")]
    [InlineData("stun:turn.example")]
    [InlineData("turn://turn.example")]
    [InlineData("turn:turn.example:0")]
    [InlineData("turn:turn.example:65536")]
    [InlineData("turn:turn.example:port")]
    [InlineData("turn:turn.example?transport=sctp")]
    [InlineData("turns:turn.example?transport=udp")]
    [InlineData("turn:2001:db8::1")]
    [InlineData("turn:[turn.example]")]
    [InlineData("turn:turn.example\n")]
    [InlineData("turn:turn example")]
    public void EverythingElseIsNone(string text) => Assert.Null(TurnUrl.Read(text));
}
