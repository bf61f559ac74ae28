using System.Net.Http.Json;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.TestKit;

namespace Conference.Server.Tests.Hubs;

/// <summary>A room that Ada opened and sits in, on the shared server.</summary>
public abstract class HostScene(HubServer server) : HubScene(server), IAsyncLifetime
{
    protected ConferenceVisitor AdasBrowser { get; private set; } = null!;

    protected Guest Ada { get; set; } = null!;

    protected string Room { get; private set; } = null!;

    public new async Task InitializeAsync()
    {
        await base.InitializeAsync();
        AdasBrowser = await VisitAsync();
        Room = await AdasBrowser.CreateRoomAsync("Weekly");
        Ada = await EnterAsync("Ada", AdasBrowser);
    }

    /// <summary>A page that has a seat in Ada's room.</summary>
    protected async Task<Guest> EnterAsync(string name, ConferenceVisitor? visitor = null, string? resumeToken = null)
    {
        var guest = await ConnectAsync(visitor);
        await guest.JoinAsync(Request(name) with { ResumeToken = resumeToken });
        return guest;
    }

    /// <summary>A page that asks to come in.</summary>
    protected async Task<(Guest Page, JoinRoomResult Result)> AskAsync(
        string name, ConferenceVisitor? visitor = null, string? password = null, string? resumeToken = null)
    {
        var guest = await ConnectAsync(visitor);
        return (guest, await guest.TryJoinAsync(Request(name) with { Password = password, ResumeToken = resumeToken }));
    }

    /// <summary>A page that waits in the lobby, and how Ada sees it.</summary>
    protected async Task<(Guest Page, WaitingGuest Guest)> WaitAsync(string name, ConferenceVisitor? visitor = null)
    {
        var (page, result) = await AskAsync(name, visitor);
        Assert.Equal(JoinStatus.Waiting, result.Status);
        return (page, (await Ada.SkipToAsync<GuestWaitingEvent>()).Guest);
    }

    protected JoinRoomRequest Request(string name) => Guest.Request(Room, name) with { Media = Guest.Open };

    protected async Task<RoomSettingsInfo> ChangeAsync(ChangeSettingsRequest change)
    {
        using var response = await AdasBrowser.Http.PatchAsJsonAsync($"/api/rooms/{Room}/settings", change, ConferenceVisitor.Json);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<RoomSettingsInfo>(ConferenceVisitor.Json))!;
    }

    protected Task<RoomInfo> SeeAsync(ConferenceVisitor visitor) => visitor.ReadAsync<RoomInfo>($"/api/rooms/{Room}");

    protected static async Task MuteAsync(Guest host, Guest target) =>
        await host.CallAsync(nameof(IConferenceServer.MuteParticipant), new ParticipantRequest(target.Id));
}
