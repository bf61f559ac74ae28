using System.ComponentModel.DataAnnotations;

namespace Conference.Server.Hubs.Filters;

/// <summary>
/// Section <c>Limits</c>: how fast the hub may be called, and how many may be there. Generous for people, tight for loops. What counts an address
/// leaves room for a school that has only one.
/// </summary>
public sealed class LimitsOptions
{
    /// <summary>Chat messages a second from one connection.</summary>
    [Range(0.001, 1_000_000)]
    public double ChatRate { get; set; } = 5;

    /// <summary>Chat messages at once from one connection.</summary>
    [Range(1, 1_000_000)]
    public double ChatBurst { get; set; } = 20;

    /// <summary>Signals a second from one connection.</summary>
    [Range(0.001, 1_000_000)]
    public double SignalRate { get; set; } = 100;

    /// <summary>Signals at once from one connection: joining a full room negotiates with everybody in it.</summary>
    [Range(1, 1_000_000)]
    public double SignalBurst { get; set; } = 400;

    /// <summary>Other calls a second from one connection.</summary>
    [Range(0.001, 1_000_000)]
    public double OtherRate { get; set; } = 10;

    /// <summary>Other calls at once from one connection.</summary>
    [Range(1, 1_000_000)]
    public double OtherBurst { get; set; } = 40;

    /// <summary>How many times as much as one connection all connections of one visitor together may call. A new connection has no new limits.</summary>
    [Range(1, 1000)]
    public double VisitorShare { get; set; } = 4;

    /// <summary>Messages, reactions, hands, names and notices of typing a second in one room, from all together.</summary>
    [Range(0.001, 1_000_000)]
    public double RoomCallRate { get; set; } = 1000;

    /// <summary>The same at once.</summary>
    [Range(1, 1_000_000)]
    public double RoomCallBurst { get; set; } = 4000;

    /// <summary>Bytes of chat a second that one visitor may have stored: people write far less, and loops stay within some megabytes a day.</summary>
    [Range(1, 1_000_000_000)]
    public double VisitorTextRate { get; set; } = 250;

    /// <summary>The same at once.</summary>
    [Range(TextLimits.MostOfAMessage, 1_000_000_000)]
    public double VisitorTextBurst { get; set; } = 4 << 20;

    /// <summary>Bytes of chat a second that may be stored for one room.</summary>
    [Range(1, 1_000_000_000)]
    public double RoomTextRate { get; set; } = 2500;

    /// <summary>The same at once.</summary>
    [Range(TextLimits.MostOfAMessage, 1_000_000_000)]
    public double RoomTextBurst { get; set; } = 64 << 20;

    /// <summary>Bytes of chat a second that may be stored for all rooms.</summary>
    [Range(1, 1_000_000_000)]
    public double TextRate { get; set; } = 50_000;

    /// <summary>The same at once.</summary>
    [Range(TextLimits.MostOfAMessage, 1_000_000_000)]
    public double TextBurst { get; set; } = 512 << 20;

    /// <summary>
    /// How many frames of any kind a connection may send for each call that its limits let through: calls that are refused, calls that cannot be
    /// read, pings and answers count. Whoever sends more is cut.
    /// </summary>
    [Range(1, 100)]
    public double FrameShare { get; set; } = 1.5;

    /// <summary>Bytes a second that a connection may send. Whoever sends more is cut.</summary>
    [Range(1024, 1_000_000_000)]
    public double ByteRate { get; set; } = 1 << 20;

    /// <summary>Bytes at once; no less than the largest message.</summary>
    [Range(ConferenceHubExtensions.MessageLimit, 1_000_000_000)]
    public double ByteBurst { get; set; } = 4 << 20;

    /// <summary>Messages that wait for a connection that reads too slowly. With more it is dropped, and catches up when it comes back.</summary>
    [Range(1, 1_000_000)]
    public int OutboxMessages { get; set; } = 2000;

    /// <summary>Bytes that wait for a connection that reads too slowly; its last message may go beyond.</summary>
    [Range(1024, 1_000_000_000)]
    public int OutboxBytes { get; set; } = 512 * 1024;

    /// <summary>Joins a second from one address.</summary>
    [Range(0.001, 1_000_000)]
    public double JoinRate { get; set; } = 100;

    /// <summary>Joins at once from one address: after a restart of the server everybody comes back.</summary>
    [Range(1, 1_000_000)]
    public double JoinBurst { get; set; } = 1000;

    /// <summary>Joins a second of one visitor.</summary>
    [Range(0.001, 1_000_000)]
    public double VisitorJoinRate { get; set; } = 2;

    /// <summary>Joins at once of one visitor, with all tabs.</summary>
    [Range(1, 1_000_000)]
    public double VisitorJoinBurst { get; set; } = 60;

    /// <summary>New connections a second from one address.</summary>
    [Range(0.001, 1_000_000)]
    public double ConnectRate { get; set; } = 100;

    /// <summary>New connections at once from one address.</summary>
    [Range(1, 1_000_000)]
    public int ConnectBurst { get; set; } = 1000;

    /// <summary>Open connections in all.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 10_000;

    /// <summary>Open connections of one address.</summary>
    [Range(1, 1_000_000)]
    public int AddressConnections { get; set; } = 2000;

    /// <summary>Open connections of one visitor: its tabs.</summary>
    [Range(1, 1_000_000)]
    public int VisitorConnections { get; set; } = 50;

    /// <summary>Codes without a room that one address may try a second. Codes with one are not counted, but are not looked up either once it tried too many.</summary>
    [Range(0.001, 1_000_000)]
    public double WrongCodeRate { get; set; } = 1;

    /// <summary>The same at once.</summary>
    [Range(1, 1_000_000)]
    public double WrongCodeBurst { get; set; } = 100;

    /// <summary>Codes without a room that one visitor may try a second: who guesses shuts itself out before the whole address.</summary>
    [Range(0.001, 1_000_000)]
    public double VisitorWrongCodeRate { get; set; } = 0.2;

    /// <summary>The same at once.</summary>
    [Range(1, 1_000_000)]
    public double VisitorWrongCodeBurst { get; set; } = 20;
}
