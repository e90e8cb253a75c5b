using System.Net.Sockets;
using System.Text;

namespace JourneyApps.Emulator.Tests;

public sealed class CallerAbortTests
{
    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"site\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n8\r\n{\"site\":\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    public async Task A_caller_that_disconnects_in_its_body_is_not_an_error_of_the_emulator(string rest)
    {
        await using Api api = await Api.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            using TcpClient client = new() { LingerState = new(i % 2 == 0, 0) };
            await client.ConnectAsync("127.0.0.1", api.Emulator.BaseAddress.Port);
            string head = $"POST {api.Emulator.BaseAddress.AbsolutePath}objects/site.json HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {api.Emulator.Token}\r\nContent-Type: application/json\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + rest));
            await client.GetStream().FlushAsync();
            await Task.Delay(20);
        }

        await Task.Delay(200);
        (await api.GetAsync("datamodel.json")).Expect(200);
        Assert.Empty(api.Emulator.InternalErrors);
        Assert.Equal(0, await api.Emulator.CountAsync("site"));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_the_exception_of_the_caller_without_a_socket()
    {
        await using Api api = await Api.StartAsync(options: new() { Listen = false });
        using HttpRequestMessage request = new(HttpMethod.Post, "objects/site.json") { Content = new StreamContent(new BrokenStream()) };
        request.Content.Headers.ContentType = new("application/json");

        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => api.SendAsync(request));

        Assert.IsType<IOException>(exception.InnerException);
        Assert.Empty(api.Emulator.InternalErrors);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("The disk is gone.");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The disk is gone.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => throw new IOException("The disk is gone.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => throw new IOException("The disk is gone.");
    }
}
