"""Makes scripted.pt, the TorchScript model of TorchScriptTest. Needs Python with torch."""

import torch


class Tiny(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = torch.nn.Linear(4, 8)
        self.dropout = torch.nn.Dropout(0.5)
        self.head = torch.nn.Linear(8, 3)

    def forward(self, x):
        return self.head(self.dropout(torch.tanh(self.hidden(x))))


torch.manual_seed(1)
model = Tiny().eval()
torch.jit.script(model).save("scripted.pt")
print(model(torch.tensor([[1.0, 2.0, 3.0, 4.0]])).tolist())
