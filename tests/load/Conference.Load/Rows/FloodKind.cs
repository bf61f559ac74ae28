using System.Diagnostics;
using Conference.Load.Clients;

namespace Conference.Load.Rows;

/// <summary>What somebody floods with, who sits in a room with others.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Pour">Sends a little of it from the first, maybe to the second.</param>
internal sealed record FloodKind(string Name, Action<ConferenceClient, ConferenceClient> Pour)
{
    private const int CallsAtOnce = 64;
    private const int SignalsAtOnce = 16;
    private const int SignalLength = 16 * 1024;
    private static readonly string Description = new('x', SignalLength);

    public static IReadOnlyList<FloodKind> All { get; } =
        [new("chat", (flooder, _) => PourChat(flooder)), new("signals of 16 KB each", PourSignals)];

    /// <summary>Messages as a page sends them, each with an id of its own.</summary>
    private static void PourChat(ConferenceClient flooder)
    {
        for (var i = 0; i < CallsAtOnce && !flooder.IsBlocked; i++)
        {
            flooder.Send(new MessageText(0, flooder.CallCount, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>Long ones: fewer than may be sent in a moment are more bytes than may be.</summary>
    private static void PourSignals(ConferenceClient flooder, ConferenceClient neighbour)
    {
        var request = $$$"""{"to":"{{{neighbour.ParticipantId}}}","toInstance":"{{{neighbour.Instance}}}","signal":{"description":"{{{Description}}}"}}""";
        for (var i = 0; i < SignalsAtOnce && !flooder.IsBlocked; i++)
        {
            flooder.Call("SendSignal", request);
        }
    }
}
