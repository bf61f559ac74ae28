using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Conference.Load.Clients;
using Conference.Load.Net;
using Conference.Load.Servers;
using Microsoft.Data.Sqlite;

namespace Conference.Load.Measure;

/// <summary>What this machine can do at all: the floor under every figure.</summary>
internal sealed class Calibration(Workspace workspace, Poller poller)
{
    private const int Repetitions = 1000;

    /// <summary>Commits of one row each, WAL, full sync, on the disk of the data folder.</summary>
    public Histogram DiskSync()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(workspace.NewFolder(), "floor.db")}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT);");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t (text) VALUES ($text)";
        insert.Parameters.AddWithValue("$text", new string('x', MessageText.Length));
        return Repeat(() => insert.ExecuteNonQuery());
    }

    /// <summary>An empty hub call and its answer, on the bare relay.</summary>
    public async Task<Histogram> HubCallAsync()
    {
        await using var server = await ServerProcess.StartAsync(new BareRelayServer(workspace).Command(), Processors.Server).ConfigureAwait(false);
        using var client = new BareRelayClient(poller, new Place(0, 0));
        client.Open(server.Address);
        WaitFor(() => client.IsReady);
        void CallOnce()
        {
            var answered = client.Answered;
            client.Call();
            WaitFor(() => client.Answered > answered);
        }

        Repeat(CallOnce);
        return Repeat(CallOnce);
    }

    /// <summary>One way through the loopback device, between two sockets of this thread.</summary>
    public static Histogram Loopback()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var sender = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        sender.Connect(listener.LocalEndPoint!);
        using var receiver = listener.Accept();
        var bytes = new byte[MessageText.Length];
        return Repeat(() =>
        {
            sender.Send(bytes);
            receiver.Receive(bytes);
        });
    }

    private static Histogram Repeat(Action action)
    {
        var histogram = new Histogram();
        for (var i = 0; i < Repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            histogram.Record(Stopwatch.GetElapsedTime(start));
        }

        return histogram;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void WaitFor(Func<bool> condition)
    {
        while (!condition())
        {
            poller.Wait(TimeSpan.FromMilliseconds(20));
        }
    }
}
