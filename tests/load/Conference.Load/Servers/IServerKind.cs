using Conference.Load.Clients;
using Conference.Load.Net;

namespace Conference.Load.Servers;

/// <summary>A server that can be measured: the product or a baseline.</summary>
internal interface IServerKind
{
    string Name { get; }

    /// <summary>How to start it, with nothing kept from before.</summary>
    ServerCommand Command();

    /// <summary>Makes the participants: client <c>i</c> sits in room <c>i mod rooms</c>.</summary>
    Task<IReadOnlyList<ChatClient>> MakeClientsAsync(Poller poller, Uri server, int rooms, int peoplePerRoom);

    /// <summary>Puts silent clients beside the participants, once all are seated.</summary>
    /// <returns>Null for a server that keeps nothing from anybody.</returns>
    Task<Tripwires?> LayTripwiresAsync(Poller poller, Uri server, IReadOnlyList<ChatClient> clients) => Task.FromResult<Tripwires?>(null);
}
