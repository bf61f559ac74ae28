using System.Net;
using Conference.Core;
using Conference.Core.Rooms;
using Conference.Server.Endpoints.Messages;
using Conference.Server.Hubs;
using Conference.Server.Hubs.Messages;
using Conference.Server.Tests.Web.Sockets;
using Conference.TestKit;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Hubs;

public sealed class LimitTests(HubServer server) : HubScene(server)
{
    [Fact]
    public async Task ChatIsSlowedDownAfterItsBurstAndRecoversWithTime()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        for (var i = 0; i < 20; i++)
        {
            await ada.SayAsync($"{i}");
        }

        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => ada.SayAsync("One too many")));
        await ada.CallAsync(nameof(IConferenceServer.RaiseHand));
        await bob.SayAsync("I am not too fast");

        Clock.Advance(TimeSpan.FromSeconds(0.4));
        await ada.SayAsync("21");
        await ada.SayAsync("22");
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => ada.SayAsync("23")));
    }

    [Fact]
    public async Task OtherCallsHaveALimitOfTheirOwn()
    {
        var ada = await JoinAsync("Ada");
        for (var i = 0; i < 39; i++)
        {
            await ada.CallAsync(nameof(IConferenceServer.NotifyTyping));
        }

        Assert.Equal(ErrorCodes.TooFast, await ada.RefusalAsync(nameof(IConferenceServer.NotifyTyping)));
        await ada.SayAsync("Chat is counted apart");
    }

    [Fact]
    public async Task SignalsHaveALimitOfTheirOwn()
    {
        var ada = await JoinAsync("Ada");
        var bob = await JoinAsync("Bob");
        var request = new SendSignalRequest(bob.Id, "page1", new Signal("{}"));
        for (var i = 0; i < 400; i++)
        {
            await ada.CallAsync(nameof(IConferenceServer.SendSignal), request);
        }

        Assert.Equal(ErrorCodes.TooFast, await ada.RefusalAsync(nameof(IConferenceServer.SendSignal), request));
    }

    [Fact]
    public async Task ANewConnectionHasNoNewLimitsForItsVisitor()
    {
        var browser = await VisitAsync();
        for (var i = 0; i < 4; i++)
        {
            var page = await JoinAsync("Ada", visitor: browser);
            for (var message = 0; message < 20; message++)
            {
                await page.SayAsync($"{message}");
            }
        }

        var fifth = await JoinAsync("Ada", visitor: browser);
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => fifth.SayAsync("One too many")));
        await (await JoinAsync("Bob")).SayAsync("I am somebody else");
    }

    [Fact]
    public async Task AVisitorJoinsOnlySoOften()
    {
        var browser = await VisitAsync();
        for (var i = 0; i < 60; i++)
        {
            await using var page = await Guest.ConnectAsync(browser);
            Assert.Equal(JoinStatus.Joined, (await page.TryJoinAsync(Guest.Request(Code))).Status);
            await page.CallAsync(nameof(IConferenceServer.LeaveRoom));
        }

        var late = await ConnectAsync(browser);
        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => late.TryJoinAsync(Guest.Request(Code))));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await late.JoinAsync(Guest.Request(Code));
    }

    [Fact]
    public async Task ARoomHearsOnlySoMuchButItsHostsAndItsSignalsGoOn()
    {
        await using var small = ConferenceServer.Start(options =>
        {
            options.Clock = TestClock.Create();
            options.Settings["Limits:RoomCallBurst"] = "3";
        });
        using var host = await small.VisitAsync();
        using var visitor = await small.VisitAsync();
        var code = await host.CreateRoomAsync();
        await using var ada = await Guest.ConnectAsync(host);
        await using var bob = await Guest.ConnectAsync(visitor);
        await ada.JoinAsync(Guest.Request(code));
        await bob.JoinAsync(Guest.Request(code));
        await ada.SayAsync("1");
        await bob.SayAsync("2");
        await bob.CallAsync(nameof(IConferenceServer.NotifyTyping));

        Assert.Equal(ErrorCodes.TooFast, await Guest.RefusalAsync(() => bob.SayAsync("3")));
        Assert.Equal(ErrorCodes.TooFast, await ada.RefusalAsync(nameof(IConferenceServer.RaiseHand)));
        await bob.CallAsync(nameof(IConferenceServer.SendSignal), new SendSignalRequest(ada.Id, "page1", new Signal("{}")));
        await ada.CallAsync(nameof(IConferenceServer.SuspendRoom));
    }

    [Fact]
    public async Task FullRoomSaysWhichLimitWasHitAndKeepsNothingOfTheVisitor()
    {
        await using var small = ConferenceServer.Start(options =>
        {
            options.Clock = TestClock.Create();
            options.Settings["Rooms:MediaLimit"] = "1";
            options.Settings["Rooms:ParticipantLimit"] = "2";
        });
        var store = small.Get<IRoomStore>();
        var room = await store.CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        var request = Guest.Request(room.Code.ToString());
        using var visitor = await small.VisitAsync();
        using var late = await small.VisitAsync();
        await using var ada = await Guest.ConnectAsync(visitor);
        await using var bob = await Guest.ConnectAsync(visitor);
        await using var cy = await Guest.ConnectAsync(late);
        await ada.JoinAsync(request);

        Assert.Equal(new JoinRoomResult(JoinStatus.Full, ParticipantLimit: 1), await cy.TryJoinAsync(request));
        await bob.JoinAsync(request with { ChatOnly = true });
        Assert.Equal(new JoinRoomResult(JoinStatus.Full, ParticipantLimit: 2), await cy.TryJoinAsync(request with { ChatOnly = true }));

        Assert.Single(await store.ListPersonsAsync(room.Id, CancellationToken.None));
        await bob.CallAsync(nameof(IConferenceServer.LeaveRoom));
        await cy.JoinAsync(request with { ChatOnly = true });
    }

    [Fact]
    public async Task FiftyBehindOneAddressAllGetInAtOnce()
    {
        await using var strict = ConferenceServer.Start(options =>
        {
            options.Clock = TestClock.Create();
            options.KeepLimits();
            options.KnowNoProxies();
        });
        using var host = await strict.VisitAsync();
        var code = await host.CreateRoomAsync();

        var seats = await Task.WhenAll(Enumerable.Range(1, 50).Select(async number =>
        {
            using var visitor = await strict.VisitAsync();
            await visitor.ReadAsync<RoomInfo>($"/api/rooms/{code}");
            var guest = await Guest.ConnectAsync(visitor);
            return (Guest: guest, Seat: await guest.JoinAsync(Guest.Request(code, $"Pupil {number}") with { ChatOnly = true }));
        }));

        Assert.Equal(50, seats.Max(one => one.Seat.Room.Participants.Count));
        await Task.WhenAll(seats.Select(one => one.Guest.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task OfManyWhoRaceForTheLastSeatsOnlyTheSeatedMayReadTheChat()
    {
        await using var small = StartWithSeats(2);
        var store = small.Get<IRoomStore>();
        var room = await store.CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => small.VisitAsync()));
        var guests = await Task.WhenAll(visitors.Select(Guest.ConnectAsync));

        var results = await Task.WhenAll(guests.Select(guest => guest.TryJoinAsync(Guest.Request(room.Code.ToString()))));

        var persons = await store.ListPersonsAsync(room.Id, CancellationToken.None);
        var seats = results.Where(result => result.Status == JoinStatus.Joined).Select(result => result.Seat!).ToList();
        Assert.Equal(2, seats.Count);
        Assert.Equal(seats.Select(seat => seat.PersonId).Order(), persons.Select(person => person.Key.Id).Order());
        for (var i = 0; i < visitors.Length; i++)
        {
            using var history = await visitors[i].GetAsync($"/api/rooms/{room.Code}/messages");
            Assert.Equal(results[i].Status == JoinStatus.Joined ? HttpStatusCode.OK : HttpStatusCode.Forbidden, history.StatusCode);
            await guests[i].DisposeAsync();
            visitors[i].Dispose();
        }
    }

    [Fact]
    public async Task SeatOfWhoCouldNotBeAdmittedIsFreeAgain()
    {
        await using var small = StartWithSeats(1);
        var room = await small.Get<IRoomStore>().CreateAsync("", Guid.NewGuid(), CancellationToken.None);
        var request = Guest.Request(room.Code.ToString());
        using var unlucky = await small.VisitAsync();
        using var visitor = await small.VisitAsync();
        await using var ada = await Guest.ConnectAsync(unlucky);
        await using var bob = await Guest.ConnectAsync(visitor);

        await ExecuteAsync(small, "CREATE TRIGGER Refuse BEFORE INSERT ON Persons BEGIN SELECT RAISE(ABORT, 'refused'); END");
        Assert.Equal(ErrorCodes.ServerFault, await Guest.RefusalAsync(() => ada.TryJoinAsync(request)));
        await ExecuteAsync(small, "DROP TRIGGER Refuse");

        await bob.JoinAsync(request);
    }

    private static ConferenceServer StartWithSeats(int count) => ConferenceServer.Start(options =>
    {
        options.Clock = TestClock.Create();
        options.Settings["Rooms:ParticipantLimit"] = $"{count}";
    });

    private static async Task ExecuteAsync(ConferenceServer server, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "conference.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
