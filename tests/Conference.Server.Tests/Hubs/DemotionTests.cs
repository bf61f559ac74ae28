using Conference.Core;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>A host acts in the moment in which the rights are taken: the act comes before that, or never.</summary>
public sealed class DemotionTests(HubServer server) : HostScene(server)
{
    private const int Rounds = 1000;
    private ConferenceVisitor _beasBrowser = null!;
    private Guest _bea = null!;
    private Guest _bob = null!;
    private bool _isHandUp;

    [Fact]
    public async Task NothingThatAHostDoesLandsAfterTheRightsWereTaken()
    {
        _beasBrowser = await VisitAsync();
        (_bea, _bob) = (await EnterAsync("Bea", _beasBrowser), await EnterAsync("Bob"));
        Func<int, Task>[] acts =
        [
            _ => ActAsync(nameof(IConferenceServer.SetSpotlight), new SpotlightRequest(_bob.Id)),
            _ => ActAsync(nameof(IConferenceServer.MuteParticipant), new ParticipantRequest(_bob.Id)),
            round => RenameAsync($"Title {round}"),
            _ => ActAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(_bob.Id, true)),
            _ => ActAsync(nameof(IConferenceServer.SuspendRoom)),
        ];

        var landed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await PrepareAsync();
            landed += await RaceAsync(() => acts[round % acts.Length](round)) ? 1 : 0;
        }

        // Both ends of the race were seen.
        Assert.InRange(landed, 1, Rounds - 1);
    }

    /// <summary>Bea is a host, and whatever she may do would be seen.</summary>
    private async Task PrepareAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SetHostAsync(_bea, true);
        if ((await ReadRoomAsync(Room))!.Participants.Single(p => p.Id == _bob.Id).IsHost)
        {
            await SetHostAsync(_bob, false);
        }

        if (!(await ReadRoomAsync(Room))!.Settings.MayChat)
        {
            await ChangeAsync(new ChangeSettingsRequest(Locked: false, MayChat: true, MayUnmute: true, MayShareScreens: true));
        }

        await _bob.CallAsync(nameof(IConferenceServer.SetMedia), new SetMediaRequest(Guest.Open, Unmute: true));
        await Ada.CallAsync(nameof(IConferenceServer.SetSpotlight), new SpotlightRequest(null));
        await ReadOnAsync();
    }

    /// <returns>Whether the act landed, in time.</returns>
    private async Task<bool> RaceAsync(Func<Task> act)
    {
        var acting = Guest.OutcomeAsync(act);
        var demoting = SetHostAsync(_bea, false);
        var outcome = await acting;
        await demoting;

        var told = await ReadOnAsync();
        var end = told.FindIndex(one => one is ParticipantUpdatedEvent { Participant: var p } && p.Id == _bea.Id && !p.IsHost);
        Assert.NotEqual(-1, end);
        Assert.DoesNotContain(told[(end + 1)..], IsChange);
        Assert.Equal(outcome is null, told[..end].Exists(IsChange));
        Assert.True(outcome is null or ErrorCodes.NotAllowed, outcome);
        return outcome is null;
    }

    private static bool IsChange(object told) => told is ParticipantUpdatedEvent or RoomUpdatedEvent;

    /// <summary>What Ada was told until now, in order.</summary>
    private async Task<List<object>> ReadOnAsync()
    {
        await Ada.CallAsync(_isHandUp ? nameof(IConferenceServer.LowerHand) : nameof(IConferenceServer.RaiseHand));
        _isHandUp = !_isHandUp;
        var told = new List<object>();
        while (await Ada.SkipToAsync<object>() is var one && !(one is ParticipantUpdatedEvent { Participant.Id: var id } && id == Ada.Id))
        {
            told.Add(one);
        }

        return told;
    }

    private Task SetHostAsync(Guest guest, bool isHost) => Ada.CallAsync(nameof(IConferenceServer.SetHost), new SetHostRequest(guest.Id, isHost));

    private Task ActAsync(string method, params object[] arguments) => _bea.CallAsync(method, arguments);

    private async Task RenameAsync(string title)
    {
        using var response = await _beasBrowser.PatchAsync($"/api/rooms/{Room}/settings", $$"""{"title":"{{title}}"}""");
        if (!response.IsSuccessStatusCode)
        {
            await response.AssertProblemAsync(403, ErrorCodes.NotAllowed);
            throw new Microsoft.AspNetCore.SignalR.HubException($"HubException: {ErrorCodes.NotAllowed}: by HTTP");
        }
    }
}
